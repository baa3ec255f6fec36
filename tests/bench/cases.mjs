// What the bench asks for. Each case says which status it expects (any other counts as unexpected), and what must be
// in the database first: `attempts` (learners in the middle of a test), `enrolments` (a long list of them).

/**
 * @typedef {{ method: string, path: string, headers: Record<string, string>, body?: string }} Asked
 * @typedef {{ cookie: string, attempt: string, questions: number, lesson: string }} OpenAttempt
 * @typedef {{ cookieOf: (name: string) => Promise<string>, attempts: OpenAttempt[], underReview: string }} Known
 * @typedef {{ name: string, expect: number, needs?: 'attempts' | 'enrolments', requests: (known: Known) => Promise<Asked[]> | Asked[] }} Case
 *   requests as autocannon wants them, in turn
 */

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const get = (path, cookie) => ({ method: 'GET', path, headers: cookie ? { cookie } : {} })

/** One and the same page, as a person of the demo or as nobody. */
const page = (path, name) => async (known) => [get(path, name && (await known.cookieOf(name)))]

/** A page of each learner's own, in turn: nothing that was made for one can serve another. */
const ownPages =
  (pathOf) =>
  ({ attempts }) =>
    attempts.map((open) => get(pathOf(open), open.cookie))

/** Every question of every open attempt, in turn. */
const saves = ({ attempts }) =>
  attempts.flatMap((open) => Array.from({ length: open.questions }, (_, index) => saveOf(open, index + 1)))

/** @type {Case[]} */
export const pageCases = [
  { name: 'phase page, anonymous', requests: page('/guida/fasi/5'), expect: 200 },
  { name: 'phase page, signed in', requests: page('/guida/fasi/5', 'admin'), expect: 200 },
  { name: 'search "did"', requests: page('/cerca?q=did'), expect: 200 },
  { name: 'list of 20,000 people', requests: page('/amministrazione/persone', 'admin'), expect: 200 },
  { name: 'learner home', requests: ownPages(() => '/piano'), expect: 200, needs: 'attempts' },
  { name: 'module page', requests: ownPages(({ lesson }) => moduleOf(lesson)), expect: 200, needs: 'attempts' },
  { name: 'lesson page', requests: ownPages(({ lesson }) => lesson), expect: 200, needs: 'attempts' },
  { name: 'test page', requests: ownPages(({ attempt }) => `/tentativi/${attempt}`), expect: 200, needs: 'attempts' },
  { name: 'save answer', requests: saves, expect: 200, needs: 'attempts' },
  { name: 'Cabina, version with difference', requests: cabina(''), expect: 200 },
  { name: 'Cabina, text of a module', requests: cabina('/testo?modulo=primo-appuntamento'), expect: 200 },
  {
    name: 'list of 5,000 enrolments',
    requests: page('/gestione/iscrizioni', 'gestore'),
    expect: 200,
    needs: 'enrolments',
  },
]

/**
 * Signing in. Wrong ones name people that do not exist, each another, so that no account's limit is met.
 * @param {string} password
 * @returns {Case[]}
 */
export function signInCases(password) {
  const nobodies = Array.from({ length: 500 }, (_, index) => `nessuno-${index}@rotta.example`)
  const wrong = nobodies.map((email) => signIn({ email, password: 'non è la password' }))
  return [
    { name: 'sign-in, wrong', requests: () => wrong, expect: 422 },
    { name: 'sign-in, right', requests: () => [signIn({ email: 'operatore@rotta.example', password })], expect: 303 },
  ]
}

/** Saves an answer as the script of the question's page does; another option each time. */
export function saveOf({ cookie, attempt }, position) {
  const choice = 1 + Math.floor(3 * Math.random())
  const body = new URLSearchParams({ position: String(position), choice: String(choice) }).toString()
  return { method: 'POST', path: `/tentativi/${attempt}/risposta`, headers: { ...form, cookie }, body }
}

/** Signs in and gives the Cookie header that proves it. */
export async function cookieOf(address, email, password) {
  const { method, path, headers, body } = signIn({ email, password })
  const response = await fetch(`${address}${path}`, { method, headers, body, redirect: 'manual' })
  const [set] = response.headers.getSetCookie()
  if (!set) throw new Error(`Signing in as ${email} answered ${response.status} without a cookie`)
  return set.split(';', 1)[0]
}

function cabina(part) {
  return async ({ cookieOf, underReview }) => [get(`/cabina/piani/${underReview}${part}`, await cookieOf('direttore'))]
}

function moduleOf(lesson) {
  return lesson.replace(/\/lezioni\/.*/, '')
}

function signIn(fields) {
  return { method: 'POST', path: '/accedi', headers: form, body: new URLSearchParams(fields).toString() }
}
