import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { demoPassword } from './fixtures'
import { expect, test } from './own-server'
import { type Caller, enter, enterAs, get, handIn, makeDraft, post, readLessons, save } from './plain-requests'
import { addPerson, rightPlaces, rows, storedPlaces, value } from './served-database'

const slug = 'primo-appuntamento'

test('a test handed in five times at once, while answers are on their way, is scored once, as it was saved', async ({
  served,
}) => {
  const { baseURL, databaseFile } = served
  for (const { cookie, attempt } of openAttempts(6, databaseFile)) {
    const learner = { baseURL, cookie }
    const right = rightPlaces(databaseFile, attempt)
    for (const [index, choice] of right.entries()) {
      expect((await save(learner, attempt, index + 1, choice)).status).toBe(200)
    }
    // Two answers go back and forth between right and wrong, the others are sent again: enough stay right to pass.
    const saving = right.map((choice, index) => {
      const choices = index < 2 ? [choice, otherThan(choice)] : [choice]
      return saveUntilRefused(learner, attempt, index + 1, choices)
    })
    await wait(10)
    const handedIn = await Promise.all(Array.from({ length: 5 }, () => handIn(learner, attempt)))
    const acknowledged = await Promise.all(saving)

    expect(handedIn.map(({ status, location }) => `${status} ${location}`)).toEqual(
      handedIn.map(() => `303 /tentativi/${attempt}/esito`),
    )
    expect(storedPlaces(databaseFile, attempt)).toEqual(acknowledged)
    const correct = acknowledged.filter((choice, index) => choice === right[index]).length
    expect(resultOf(databaseFile, attempt)).toEqual({ correct, passed: 1, closedBy: 'learner', evidence: 1, logged: 1 })

    const late = await Promise.all(right.map((choice, index) => save(learner, attempt, index + 1, otherThan(choice))))
    expect(late.map(({ status }) => status)).toEqual(right.map(() => 409))
    expect((await handIn(learner, attempt)).status).toBe(303)
    expect(storedPlaces(databaseFile, attempt)).toEqual(acknowledged)
    expect(resultOf(databaseFile, attempt)).toEqual({ correct, passed: 1, closedBy: 'learner', evidence: 1, logged: 1 })
  }
})

test('a test begun five times at once is one attempt, and takes thirty answers at once from two devices', async ({
  served,
}) => {
  const { baseURL, databaseFile } = served
  const [laptop, tablet] = [await enter(baseURL, 'navigator'), await enter(baseURL, 'navigator')]
  await readLessons(laptop, slug)
  const begun = await Promise.all(
    [laptop, tablet, laptop, tablet, laptop].map((device) => post(device, `/moduli/${slug}/test`, {})),
  )
  const attempt = /^\/tentativi\/([^/]+)$/.exec(begun[0]?.location ?? '')?.[1] ?? ''
  expect(begun.map(({ status, location }) => `${status} ${location}`)).toEqual(
    begun.map(() => `303 /tentativi/${attempt}`),
  )
  expect(rows(databaseFile, 'SELECT id FROM Attempt')).toEqual([{ id: attempt }])
  const questions = value<number>(databaseFile, 'SELECT count(*) FROM AttemptQuestion')
  expect(questions).toBe(value<number>(databaseFile, 'SELECT total FROM Attempt'))
  expect(value<number>(databaseFile, "SELECT count(*) FROM AuditEntry WHERE action = 'assessment.start'")).toBe(1)

  for (const choices of [[1], [2, 3], [3], [1, 2, 3]]) {
    const saved = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        save(index % 2 === 0 ? laptop : tablet, attempt, 1, choices[index % choices.length] ?? 1),
      ),
    )
    expect(saved.map(({ status }) => status)).toEqual(saved.map(() => 200))
    const [stored, ...others] = storedPlaces(databaseFile, attempt)
    expect(choices, 'of this wave, none of the wave before').toContain(stored)
    expect(others).toEqual(Array.from({ length: questions - 1 }, () => 0))
    for (const device of [laptop, tablet]) {
      const page = (await get(device, `/tentativi/${attempt}?domanda=1`)).body
      const checked = /<input[^>]*checked=""[^>]*>/.exec(page)?.[0]
      expect(checked).toContain(`value="${stored}"`)
    }
  }
})

test('two managers who save one draft at once: one does, the other sees both states', async ({ served }) => {
  const { baseURL, databaseFile } = served
  addPerson(databaseFile, { name: 'gestrice', role: 'plan-manager' })
  const [one, other] = [await enter(baseURL, 'gestore'), await enterAs(baseURL, 'gestrice@rotta.example')]
  const draft = await makeDraft(one)
  const page = `/gestione/piani/${draft}`

  for (const revision of [1, 2, 3]) {
    const titles = [`Piano di Bruno ${revision}`, `Piano di Carla ${revision}`]
    const saved = await Promise.all(
      [one, other].map((manager, index) =>
        post(manager, page, { intent: 'update-details', revision, title: titles[index] ?? '', classSize: 20 }),
      ),
    )
    expect(saved.map(({ status }) => status).sort()).toEqual([303, 409])
    const stored = value(databaseFile, "SELECT composition ->> 'title' FROM PlanVersion WHERE id = ?", draft)
    expect(stored).toBe(titles[saved.findIndex(({ status }) => status === 303)])
    const refused = saved.find(({ status }) => status === 409)?.body
    for (const title of titles) expect(refused).toContain(title)
    expect(value<number>(databaseFile, 'SELECT revision FROM PlanVersion WHERE id = ?', draft)).toBe(revision + 1)
  }

  const form = { intent: 'submit', revision: 4, password: demoPassword }
  const submitted = await Promise.all([one, other, one].map((manager) => post(manager, page, form)))
  expect(submitted.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  const logged = "SELECT count(*) FROM AuditEntry WHERE action = 'plan.submit' AND objectId = ?"
  expect(value<number>(databaseFile, logged, draft)).toBe(1)
  expect(value<number>(databaseFile, 'SELECT count(*) FROM PlanDocument WHERE versionId = ?', draft)).toBe(1)

  const drafts = await Promise.all([one, other, one].map((manager) => makeDraft(manager)))
  expect(new Set(drafts).size).toBe(3)
  const numbers = rows<{ number: number }>(databaseFile, 'SELECT number FROM PlanVersion ORDER BY number')
  expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
})

test('a person enrolled five times at once follows the plan once', async ({ served }) => {
  const { baseURL, databaseFile } = served
  const person = addPerson(databaseFile, { name: 'iscritta', role: 'learner', profile: 'navigator' })
  const manager = await enter(baseURL, 'gestore')
  const form = { intent: 'enrol', personId: person, cerca: 'iscritta' }
  const enrolled = await Promise.all(Array.from({ length: 5 }, () => post(manager, '/gestione/iscrizioni', form)))
  expect(enrolled.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409])
  const events = rows(
    databaseFile,
    'SELECT activeKey, kind FROM Enrolment JOIN EnrolmentEvent ON enrolmentId = Enrolment.id WHERE personId = ?',
    person,
  )
  expect(events).toEqual([{ activeKey: person, kind: 'enrolled' }])
  const logged = "SELECT count(*) FROM AuditEntry WHERE action = 'enrolment.create' AND objectId = ?"
  expect(value<number>(databaseFile, logged, person)).toBe(1)
})

function openAttempts(count: number, databaseFile: string): { cookie: string; attempt: string }[] {
  const output = execFileSync('node_modules/.bin/tsx', ['tests/setup/open-attempts.ts', String(count)], {
    env: { ...process.env, DATABASE_URL: `file:${databaseFile}`, LOG_LEVEL: 'silent' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output)
}

/** Saves one choice after the other to a question. @returns the last one that was acknowledged before a refusal */
async function saveUntilRefused(learner: Caller, attempt: string, position: number, choices: number[]) {
  let acknowledged = choices[0]
  for (let times = 0; times < 500; times += 1) {
    const choice = choices[times % choices.length] ?? 1
    const { status } = await save(learner, attempt, position, choice)
    expect([200, 409]).toContain(status)
    if (status === 409) return acknowledged
    acknowledged = choice
  }
  throw new Error('The test was never closed')
}

/** Another of the first three places: every question has three options at least. */
function otherThan(choice: number) {
  return (choice % 3) + 1
}

function resultOf(databaseFile: string, attempt: string) {
  return rows(
    databaseFile,
    `SELECT correct, passed, closedBy,
       (SELECT count(*) FROM Evidence WHERE kind = 'assessment' AND subject = Attempt.id) AS evidence,
       (SELECT count(*) FROM AuditEntry
        WHERE action = 'assessment.submit' AND payload ->> 'attempt' = Attempt.id) AS logged
     FROM Attempt WHERE id = ?`,
    attempt,
  )[0]
}
