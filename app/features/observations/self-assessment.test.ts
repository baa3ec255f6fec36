import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import { makeTrainer, observedLearner, observedModule, signedObservation } from '../../../tests/setup/observations'
import { answered, sent, shown } from '../../../tests/setup/pages'
import { authority } from '../../../tests/setup/people'
import { someModule } from '../../../tests/setup/plans'
import { giveSelfAssessment, type SelfAssessment } from './give-self-assessment.server'
import ObservationPage, { loader as readObservation } from './pages/observation-page'
import SelfAssessmentPage, { loader as read, action as send } from './pages/self-assessment-page'
import { voidObservation } from './void-observation.server'

beforeAll(() => loadTerritory())

const rated = (count = 4, rating: SelfAssessment['ratings'][string] = 'withHelp') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`C${index + 1}`, rating]))
const params = { module: 'primo' }
const page = (personId: string | null, role: Role = 'learner', module = 'primo') => {
  const grants = [{ role, scope: { kind: 'region' as const }, startsOn: '2019-01-01' }]
  return answered(() => read(sent(personId, { grants, params: { module } })))
}
const give = (personId: string, fields: Record<string, string>) =>
  answered(() => send(sent(personId, { params, fields })))
const fieldsOf = (moment: string, ratings: Record<string, string>) => ({
  moment,
  ...Object.fromEntries(Object.entries(ratings).map(([id, rating]) => [`ratings.${id}`, rating])),
})
const kept = (enrolmentId: string) =>
  database.selfAssessment.findMany({ where: { enrolmentId }, orderBy: { at: 'asc' } })

describe('the self-assessment', () => {
  test('before, once, until an observation is signed; after, once, from then on; side by side with the observer', async () => {
    const learner = await observedLearner()
    const trainer = await makeTrainer()
    const before = fieldsOf('before', { ...rated(), C2: 'notYet' })
    expect((await give(learner.personId, fieldsOf('after', rated()))).status).toBe(409)
    const blank = shown(SelfAssessmentPage, (await page(learner.personId)).body)
    expect(blank).toContain('name="ratings.C4"')
    expect(blank).not.toContain('<table')
    expect(await give(learner.personId, before)).toEqual({
      status: 303,
      to: '/moduli/primo/autovalutazione?fatto=fatta',
    })
    expect((await give(learner.personId, before)).status).toBe(409)
    const waiting = shown(SelfAssessmentPage, (await page(learner.personId)).body)
    expect(waiting).toContain('Non ancora')
    expect(waiting).not.toContain('name="ratings.C1"')

    const id = await signedObservation(learner, trainer.id, { ratings: { C2: 'partly' } })
    const open = await page(learner.personId)
    const html = shown(SelfAssessmentPage, open.body)
    expect(html).toContain('name="ratings.C1"')
    expect(html).toContain(`href="/osservazioni/${id}"`)
    expect(html).not.toContain('Nota su C2')
    expect(JSON.stringify(open.body)).not.toContain('Nota su C2')
    expect((await give(learner.personId, fieldsOf('after', rated(4, 'confident')))).status).toBe(303)
    const both = await kept(learner.enrolmentId)
    expect(both.map(({ moment, ratings }) => [moment, JSON.parse(ratings)])).toEqual([
      ['before', { ...rated(), C2: 'notYet' }],
      ['after', rated(4, 'confident')],
    ])
    const rows = shown(SelfAssessmentPage, (await page(learner.personId)).body).split('<tr')
    const second = rows.find((row) => row.includes('Affianca in C2')) ?? ''
    const cells = [...second.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ''))
    expect(cells).toEqual(['Non ancora', 'Con sicurezza', 'In parte'])
  })

  test('of two given at the same moment one stands', async () => {
    const learner = await observedLearner()
    const one = { moment: 'before' as const, ratings: rated() }
    const other = { moment: 'before' as const, ratings: rated(4, 'notYet') }
    const results = await Promise.all(
      [one, other].map((given) => giveSelfAssessment(learner.authority, 'primo', given)),
    )
    expect(results.map((result) => (result.ok ? 'given' : result.reason)).sort()).toEqual(['already-given', 'given'])
    expect(await kept(learner.enrolmentId)).toHaveLength(1)
  })

  test('asks for every criterion of one’s own profile, and for no other; what was chosen is kept', async () => {
    const operator = await observedLearner({ profile: 'operatore' })
    const blank = shown(SelfAssessmentPage, (await page(operator.personId)).body)
    expect(blank).toContain('Fa C3')
    expect(blank).not.toContain('C4')
    const partly = await give(operator.personId, fieldsOf('before', { C1: 'confident', C2: 'perfetto' }))
    expect(partly).toMatchObject({ status: 422 })
    const html = shown(SelfAssessmentPage, (await page(operator.personId)).body, partly.body)
    expect(html).toMatch(/<input[^>]*checked[^>]*value="confident"|<input[^>]*value="confident"[^>]*checked/)
    expect(html.match(/Scegli una risposta/g)?.length).toBeGreaterThanOrEqual(2)
    const more = { moment: 'before' as const, ratings: rated(4) }
    expect(await giveSelfAssessment(operator.authority, 'primo', more)).toMatchObject({ reason: 'unknown-criterion' })
    const fewer = { moment: 'before' as const, ratings: rated(2) }
    expect(await giveSelfAssessment(operator.authority, 'primo', fewer)).toMatchObject({ reason: 'unknown-criterion' })
    expect(await kept(operator.enrolmentId)).toEqual([])
  })

  test('is there only where one’s own plan observes something', async () => {
    const learner = await observedLearner({ modules: [observedModule(), someModule({ slug: 'muto' })] })
    expect((await page(learner.personId, 'learner', 'muto')).status).toBe(404)
    expect((await page(learner.personId, 'learner', 'inventato')).status).toBe(404)
    expect((await page(randomUUID())).status).toBe(404)
    const given = { moment: 'before' as const, ratings: rated() }
    expect(await giveSelfAssessment(learner.authority, 'muto', given)).toMatchObject({ reason: 'absent' })
    const nobody = authority('learning.follow', {})
    expect(await giveSelfAssessment(nobody, 'primo', given)).toMatchObject({ reason: 'absent' })
  })

  test('once observed it is after, also when the observation was voided; what was voided is not shown beside', async () => {
    const learner = await observedLearner()
    const trainer = await makeTrainer()
    const id = await signedObservation(learner, trainer.id)
    await voidObservation(trainer.at(), id, 'Persona sbagliata')
    const found = await page(learner.personId)
    expect(found.body).toMatchObject({ open: 'after', observations: [] })
  })
})

describe('nobody else gets it', () => {
  test.each<[Role, number]>([
    ['trainer', 403],
    ['centre-manager', 403],
    ['plan-manager', 403],
    ['committee', 403],
    ['admin', 403],
    ['learner', 404],
  ])('%s: %d on its page', async (role, status) => {
    expect((await page(randomUUID(), role)).status).toBe(status)
    expect((await page(null)).status).toBe(303)
  })

  test('a learner gets their own alone; on the observation it stands for nobody', async () => {
    const learner = await observedLearner()
    const trainer = await makeTrainer()
    await give(learner.personId, fieldsOf('before', rated(4, 'withDoubts')))
    const id = await signedObservation(learner, trainer.id)
    const other = await observedLearner()
    const texts: string[] = []
    for (const [personId, role] of [
      [trainer.id, 'trainer'],
      [randomUUID(), 'centre-manager'],
      [learner.personId, 'learner'],
    ] as const) {
      const grants = [{ role, scope: { kind: 'region' as const }, startsOn: '2019-01-01' }]
      const { status, body } = await answered(() => readObservation(sent(personId, { grants, params: { id } })))
      expect(status).toBe(200)
      texts.push(JSON.stringify(body), shown(ObservationPage, body))
    }
    const theirs = await page(other.personId)
    // The form itself has the four words.
    texts.push(JSON.stringify(theirs.body))
    expect(texts.filter((text) => /withDoubts|Con qualche dubbio/.test(text))).toEqual([])
    expect(JSON.stringify((await page(learner.personId)).body)).toContain('withDoubts')
  })
})
