import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import { learnerBeforeTest, takeTest } from '../../../tests/setup/attempts'
import { answered, sent, shown, trainerRole } from '../../../tests/setup/pages'
import { makePerson } from '../../../tests/setup/people'
import { someModule } from '../../../tests/setup/plans'
import AssessmentPage, { loader as readAssessment } from './pages/assessment-page'
import UnlockPage, { loader as readUnlock, action as unlock } from './pages/unlock-page'
import UnlocksPage, { loader as listUnlocks } from './pages/unlocks-page'

const strict = { ...someModule({ slug: 'primo' }).assessment, attempts: 1 }
const moduleParams = { params: { module: 'primo' } }

beforeAll(() => loadTerritory())

describe('the pages of who unlocks', () => {
  const grants = [trainerRole]
  const exhausted = async () => {
    const modules = [someModule({ slug: 'primo', assessment: strict })]
    const learner = await learnerBeforeTest({ modules, homeEntryId: 'BG.cpi-albino' })
    await takeTest(learner.personId, 1)
    return { ...learner, params: { enrolment: learner.enrolmentId, module: 'primo' } }
  }

  test('list, form, a reason that is refused, and the unlock', async () => {
    const { personId, params } = await exhausted()
    const trainer = (await makePerson()).id
    const list = async () => shown(UnlocksPage, await listUnlocks(sent(trainer, { grants })))
    const address = `/sblocchi/${params.enrolment}/primo`
    expect(await list()).toContain(`href="${address}"`)
    expect(shown(AssessmentPage, await readAssessment(sent(personId, moduleParams)))).toContain(
      'Un formatore della tua provincia',
    )
    const html = shown(UnlockPage, await readUnlock(sent(trainer, { grants, params })))
    expect(html).toContain('1 su 4, ne servivano 3')
    expect(html).toContain('name="reason"')
    const empty = await answered(() => unlock(sent(trainer, { grants, params, fields: {} })))
    expect(empty).toMatchObject({ status: 422, body: { error: { reason: ['Scrivi perché dai un altro tentativo'] } } })
    const named = { reason: 'Segue RSSMRA80A01H501U' }
    const refused = await answered(() => unlock(sent(trainer, { grants, params, fields: named })))
    expect(refused).toMatchObject({ status: 422, body: { initialValue: named } })
    const fields = { reason: 'Ha ripassato le lezioni' }
    const done = await answered(() => unlock(sent(trainer, { grants, params, fields })))
    expect(done).toEqual({ status: 303, to: '/sblocchi?fatto=sblocco' })
    expect((await answered(() => unlock(sent(trainer, { grants, params, fields })))).status).toBe(409)
    expect(await list()).not.toContain(address)
    expect(shown(UnlockPage, await readUnlock(sent(trainer, { grants, params })))).toContain(
      'Non c’è nulla da sbloccare',
    )
  })

  test('out of scope 404, for oneself 403, for other roles 403', async () => {
    const { personId, params } = await exhausted()
    const trainer = (await makePerson()).id
    const como: Grant[] = [{ ...trainerRole, scope: { kind: 'province', province: 'CO' } }]
    const fields = { reason: 'Ha ripassato le lezioni' }
    expect((await answered(() => readUnlock(sent(trainer, { grants: como, params })))).status).toBe(404)
    expect((await answered(() => unlock(sent(trainer, { grants: como, params, fields })))).status).toBe(404)
    expect((await answered(() => unlock(sent(personId, { grants, params, fields })))).status).toBe(403)
    expect(shown(UnlockPage, await readUnlock(sent(personId, { grants, params })))).not.toContain('name="reason"')
    expect((await answered(() => listUnlocks(sent(personId, {})))).status).toBe(403)
    expect((await answered(() => unlock(sent(personId, { params, fields })))).status).toBe(403)
    expect(await database.assessmentUnlock.count({ where: { enrolmentId: params.enrolment } })).toBe(0)
  })
})
