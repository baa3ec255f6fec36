import { beforeAll, describe, expect, test } from 'vitest'
import { acknowledgeObservation } from '~/features/observations/acknowledge-observation.server'
import { voidObservation } from '~/features/observations/void-observation.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { makeTrainer, observedLearner, observedModule, signedObservation } from '../../../tests/setup/observations'
import { sent, shown } from '../../../tests/setup/pages'
import ModulePage, { loader as readModule } from './pages/module-page'
import PlanPage, { loader as readPlan } from './pages/plan-page'

beforeAll(() => loadTerritory())

const modulePage = async (personId: string) =>
  shown(ModulePage, await readModule(sent(personId, { params: { module: 'primo' } })))
const planPage = async (personId: string) => shown(PlanPage, await readPlan(sent(personId)))

describe('a learner’s own observations on the pages of the plan', () => {
  test('how many count, how many are missing, each with its page, and what waits to be read', async () => {
    const learner = await observedLearner({ modules: [observedModule({ rule: { required: 2 } })] })
    const trainer = await makeTrainer()
    const { personId } = learner
    const empty = await modulePage(personId)
    expect(empty).toContain('0 di 2 raggiunte')
    expect(empty).toContain('Ne mancano 2.')
    expect(empty).not.toContain('Le tue osservazioni')
    expect(await planPage(personId)).not.toContain('presa visione')

    const first = await signedObservation(learner, trainer.id)
    const bad = await signedObservation(learner, trainer.id, { ratings: { C1: 'notMet' } })
    const html = await modulePage(personId)
    expect(html).toContain('1 di 2 raggiunta')
    expect(html).toContain('Ne manca una.')
    expect(html).toContain('Teo Formatore')
    expect(html).not.toContain('Nota su')
    const of = (id: string, page: string) => page.split('<tr').find((row) => row.includes(`/osservazioni/${id}`)) ?? ''
    expect(of(first, html)).toContain('Vale per il modulo')
    expect(of(bad, html)).toContain('Non vale per il modulo')
    const plan = await planPage(personId)
    expect(plan).toContain('1 di 2 raggiunta')
    expect(plan).toContain('2 osservazioni su di te aspettano la presa visione')

    await acknowledgeObservation(learner.authority, first, { verdict: 'acknowledged' })
    const one = await planPage(personId)
    expect(one).toContain('Un’osservazione su di te aspetta la presa visione')
    expect(one).toContain(`href="/osservazioni/${bad}"`)
    expect(one).not.toContain(`href="/osservazioni/${first}"`)

    await voidObservation(trainer.at(), bad, 'Persona sbagliata')
    expect(of(bad, await modulePage(personId))).toContain('Annullata')
    expect(await planPage(personId)).not.toContain('presa visione')
    await signedObservation(learner, trainer.id)
    const met = await modulePage(personId)
    expect(met).toContain('Requisito raggiunto')
    expect(met).not.toContain('Ne manca')
  })

  test('the way to the self-assessment says which one it is', async () => {
    const learner = await observedLearner()
    const trainer = await makeTrainer()
    expect(await modulePage(learner.personId)).toContain('Fai l’autovalutazione')
    await signedObservation(learner, trainer.id)
    expect(await modulePage(learner.personId)).toContain('Rifai l’autovalutazione')
  })

  test('who only reads the module finds neither', async () => {
    await observedLearner()
    const grants = [{ role: 'trainer' as const, scope: { kind: 'region' as const }, startsOn: '2019-01-01' }]
    const read = await readModule(sent('chi-forma', { grants, params: { module: 'primo' } }))
    expect(read).toMatchObject({ own: null, selfAssessment: null })
    expect(shown(ModulePage, read)).not.toContain('autovalutazione')
  })
})
