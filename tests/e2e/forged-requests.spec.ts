import { randomUUID } from 'node:crypto'
import { demoPassword } from './fixtures'
import { expect, test } from './own-server'
import {
  type Answer,
  close,
  enter,
  enterAs,
  get,
  handIn,
  makeDraft,
  makeSubmitted,
  openTest,
  post,
  save,
  vote,
} from './plain-requests'
import { addPerson, change, endTime, giveRole, rows, stateOf, storedPlaces, value } from './served-database'

const underReview = 'SELECT id FROM PlanVersion WHERE number = 2'
const nowhere = randomUUID()

test('a learner who forges question, option, attempt or module is refused, and nothing changes', async ({ served }) => {
  const { baseURL, databaseFile } = served
  const [owner, stranger] = [await enter(baseURL, 'navigator'), await enter(baseURL, 'operatore')]
  const attempt = await openTest(owner)
  expect((await save(owner, attempt, 1, 2)).status).toBe(200)

  await expectUnchanged(databaseFile, {
    'a question after the last': [422, () => save(owner, attempt, 999, 1)],
    'question 0': [422, () => save(owner, attempt, 0, 1)],
    'a question before the first': [422, () => save(owner, attempt, -1, 1)],
    'no number of a question': [422, () => post(owner, `/tentativi/${attempt}/risposta`, { position: 'x', choice: 1 })],
    'no question at all': [422, () => post(owner, `/tentativi/${attempt}/risposta`, { choice: 1 })],
    'an option after the last': [422, () => save(owner, attempt, 1, 99)],
    'option 0': [422, () => save(owner, attempt, 1, 0)],
    'an option by its id': [422, () => post(owner, `/tentativi/${attempt}/risposta`, { position: 1, choice: 'a' })],
    'an option after the last, without script': [
      422,
      () => post(owner, `/tentativi/${attempt}`, { position: 1, choice: 99 }),
    ],
    'a page of a question after the last': [404, () => get(owner, `/tentativi/${attempt}?domanda=999`)],
    'a page of no question': [404, () => get(owner, `/tentativi/${attempt}?domanda=x`)],
    'an attempt that is not there': [404, () => save(owner, nowhere, 1, 1)],
    'handing in one that is not there': [404, () => handIn(owner, nowhere)],
    'an attempt of somebody else': [404, () => save(stranger, attempt, 1, 1)],
    'an attempt of somebody else, malformed': [404, () => save(stranger, attempt, 0, 0)],
    'an attempt of somebody else, without script': [
      404,
      () => post(stranger, `/tentativi/${attempt}`, { position: 1, choice: 1 }),
    ],
    'handing in that of somebody else': [404, () => handIn(stranger, attempt)],
    'reading that of somebody else': [404, () => get(stranger, `/tentativi/${attempt}`)],
    'reviewing that of somebody else': [404, () => get(stranger, `/tentativi/${attempt}/riepilogo`)],
    'the result of somebody else': [404, () => get(stranger, `/tentativi/${attempt}/esito`)],
    'a test of no module': [404, () => post(owner, '/moduli/inventato/test', {})],
    'a lesson of no module': [404, () => post(owner, '/moduli/inventato/lezioni/inventata', {})],
    'a lesson that the module does not have': [
      404,
      () => post(owner, '/moduli/primo-appuntamento/lezioni/inventata', {}),
    ],
    'a test whose lessons are not read': [409, () => post(stranger, '/moduli/primo-appuntamento/test', {})],
  })
})

test('a manager or a seat who forges version, part or person is refused, and nothing changes', async ({ served }) => {
  const { baseURL, databaseFile } = served
  const [manager, seat] = [await enter(baseURL, 'gestore'), await enter(baseURL, 'direttore')]
  const version = value(databaseFile, underReview)
  const draft = await makeDraft(manager)
  const [reviewed, composed] = [`/cabina/piani/${version}`, `/gestione/piani/${draft}`]
  const details = { intent: 'update-details', title: 'Un altro titolo', classSize: 20 }
  const password = demoPassword
  const follows = value(databaseFile, "SELECT id FROM Person WHERE email = 'navigator@rotta.example'")
  const teaches = value(databaseFile, "SELECT id FROM Person WHERE email = 'formatore@rotta.example'")
  const enrol = (personId: string) => post(manager, '/gestione/iscrizioni', { intent: 'enrol', personId, cerca: '' })

  await expectUnchanged(databaseFile, {
    'a vote on no version': [404, () => vote(seat, nowhere, 'approve')],
    'a vote on a draft': [404, () => vote(seat, draft, 'approve')],
    'closing the vote on no version': [404, () => close(seat, nowhere)],
    'a vote that does not exist': [422, () => vote(seat, version, 'forse')],
    'a vote with a wrong password': [422, () => vote(seat, version, 'approve', { password: 'sbagliata' })],
    'closing with a wrong password': [422, () => post(seat, reviewed, { intent: 'close', password: 'sbagliata' })],
    'closing before both parties have voted': [409, () => close(seat, version)],
    'no act of the page': [422, () => post(seat, reviewed, { intent: 'decide', password })],
    'a comment on no part': [
      422,
      () => post(seat, reviewed, { intent: 'comment', part: 'inventata', body: 'Perché?' }),
    ],
    'an answer to no comment': [404, () => post(seat, reviewed, { intent: 'answer', commentId: nowhere, body: 'Sì.' })],
    'resolving no comment': [
      404,
      () => post(seat, reviewed, { intent: 'resolve', commentId: nowhere, note: 'Fatto.' }),
    ],
    'following up no condition': [
      404,
      () => post(manager, reviewed, { intent: 'follow-up', conditionId: nowhere, note: 'Fatto.' }),
    ],
    'a vote of the manager': [403, () => vote(manager, version, 'approve')],
    'a draft of the seat': [403, () => post(seat, '/gestione', { basedOn: 'contenuti' })],

    'changing no version': [404, () => post(manager, `/gestione/piani/${nowhere}`, { ...details, revision: 1 })],
    'changing a submitted version': [
      409,
      () => post(manager, `/gestione/piani/${version}`, { ...details, revision: 3 }),
    ],
    'a revision that nobody has seen': [409, () => post(manager, composed, { ...details, revision: 99 })],
    'no revision': [422, () => post(manager, composed, details)],
    'no such module': [422, () => post(manager, composed, { intent: 'add-module', module: 'inventato', revision: 1 })],
    'submitting with a wrong password': [
      422,
      () => post(manager, composed, { intent: 'submit', revision: 1, password: 'no' }),
    ],
    'submitting twice': [
      409,
      () => post(manager, `/gestione/piani/${version}`, { intent: 'submit', revision: 3, password }),
    ],
    'discarding a submitted version': [
      409,
      () => post(manager, `/gestione/piani/${version}`, { intent: 'discard', revision: 3 }),
    ],
    'beginning from no version': [422, () => post(manager, '/gestione', { basedOn: nowhere })],
    'enrolling nobody': [404, () => enrol(nowhere)],
    'enrolling who does not learn': [409, () => enrol(teaches)],
    'enrolling who follows the plan already': [409, () => enrol(follows)],
    'no enrolment': [
      404,
      () => post(manager, `/gestione/iscrizioni/${nowhere}`, { intent: 'leave', reason: 'Trasferito.' }),
    ],
  })
})

test('an author has no vote, a seat passes to its next holder, and after the decision nobody votes', async ({
  served,
}) => {
  const { baseURL, databaseFile } = served
  const manager = await enter(baseURL, 'gestore')
  const [first, deputy, anpal] = [
    await enter(baseURL, 'direttore'),
    await enter(baseURL, 'vicario'),
    await enter(baseURL, 'anpal'),
  ]
  const version = await makeSubmitted(manager)
  const personOf = (email: string) => value(databaseFile, 'SELECT id FROM Person WHERE email = ?', email)
  giveRole(databaseFile, personOf('gestore@rotta.example'), 'committee', 'anpal')
  await expectUnchanged(databaseFile, {
    'a vote of the author': [409, () => vote(manager, version, 'approve')],
    'closing by the author': [409, () => close(manager, version)],
  })

  const reasons = 'Mancano i moduli delle altre fasi.'
  expect((await vote(first, version, 'return', { reasons })).status).toBe(303)
  change(
    databaseFile,
    "UPDATE RoleAssignment SET startsOn = '2019-07-22', endsOn = '2019-12-31' WHERE personId = ?",
    personOf('direttore@rotta.example'),
  )
  const next = addPerson(databaseFile, { name: 'direttrice', role: 'committee', seat: 'region-director' })
  const second = await enterAs(baseURL, 'direttrice@rotta.example')
  await expectUnchanged(databaseFile, {
    'a vote of who had the seat': [403, () => vote(first, version, 'return', { reasons })],
    'closing by who had the seat': [403, () => close(first, version)],
  })
  expect((await vote(second, version, 'approve')).status).toBe(303)
  expect((await vote(anpal, version, 'approve')).status).toBe(303)
  expect((await vote(deputy, version, 'abstain')).status).toBe(303)

  const cast = rows(databaseFile, 'SELECT seat, personId, choice FROM Vote WHERE versionId = ? ORDER BY seq', version)
  expect(cast).toEqual([
    { seat: 'region-director', personId: personOf('direttore@rotta.example'), choice: 'return' },
    { seat: 'region-director', personId: next, choice: 'approve' },
    { seat: 'anpal', personId: personOf('anpal@rotta.example'), choice: 'approve' },
    { seat: 'region-deputy', personId: personOf('vicario@rotta.example'), choice: 'abstain' },
  ])
  expect(value(databaseFile, 'SELECT outcome FROM PlanDecision WHERE versionId = ?', version)).toBe('approved')
  const minutes = await get(second, `/cabina/piani/${version}/verbale`)
  expect(minutes.body).toContain('Prova direttrice')
  await expectUnchanged(databaseFile, {
    'a vote after the decision': [409, () => vote(second, version, 'return', { reasons })],
    'closing after the decision': [409, () => close(deputy, version)],
    'a comment after the decision': [
      409,
      () => post(deputy, `/cabina/piani/${version}`, { intent: 'comment', part: '', body: 'Troppo tardi?' }),
    ],
  })
})

test('answers that come after the time find the test closed with what was saved in time', async ({ served }) => {
  const { baseURL, databaseFile } = served
  const learner = await enter(baseURL, 'navigator')
  const attempt = await openTest(learner)
  for (const position of [1, 2]) expect((await save(learner, attempt, position, 1)).status).toBe(200)
  const due = endTime(databaseFile, attempt)
  const before = storedPlaces(databaseFile, attempt)

  const late = await Promise.all([
    ...[1, 2, 3, 4, 5].map((position) => save(learner, attempt, position, 2)),
    ...[1, 2].map(() => handIn(learner, attempt)),
  ])
  expect(late.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409, 303, 303])
  expect(storedPlaces(databaseFile, attempt)).toEqual(before)
  const [closed] = rows(
    databaseFile,
    'SELECT submittedAt, closedBy, passed, openKey FROM Attempt WHERE id = ?',
    attempt,
  )
  const grace = 10_000
  expect(new Date(String(closed?.submittedAt)).getTime()).toBe(due.getTime() + grace)
  expect(closed).toMatchObject({ closedBy: 'time', passed: 0, openKey: null })
  const logged = "SELECT actorId FROM AuditEntry WHERE action = 'assessment.submit'"
  expect(rows(databaseFile, logged)).toEqual([{ actorId: null }])
  expect((await get(learner, `/tentativi/${attempt}`)).location).toBe(`/tentativi/${attempt}/esito`)
  expect((await get(learner, `/tentativi/${attempt}/esito`)).body).toContain('Il tempo è finito')
})

/** Each request gets its status, and when all were sent the database is what it was. */
async function expectUnchanged(databaseFile: string, requests: Record<string, [number, () => Promise<Answer>]>) {
  for (const [name, [status, send]] of Object.entries(requests)) {
    const before = stateOf(databaseFile)
    expect(`${name}: ${(await send()).status}`).toBe(`${name}: ${status}`)
    expect(stateOf(databaseFile), `${name} changes nothing`).toBe(before)
  }
}
