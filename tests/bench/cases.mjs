// What the bench asks for. Each case says which status it expects; any other counts as unexpected.

/** @typedef {{ name: string, requests: object[], expect: number }} Case requests as autocannon wants them, in turn */

/**
 * Reading: as somebody who has not signed in, and as the administrator of the demo.
 * @param {string} cookie
 * @returns {Case[]}
 */
export function pageCases(cookie) {
  const get = (path, headers = {}) => [{ method: 'GET', path, headers }]
  return [
    { name: 'phase page, anonymous', requests: get('/guida/fasi/5'), expect: 200 },
    { name: 'phase page, signed in', requests: get('/guida/fasi/5', { cookie }), expect: 200 },
    { name: 'search "did"', requests: get('/cerca?q=did'), expect: 200 },
    { name: 'list of 20,000 people', requests: get('/amministrazione/persone', { cookie }), expect: 200 },
  ]
}

/**
 * Signing in. Wrong ones name people that do not exist, each another, so that no account's limit is met.
 * @param {string} password
 * @returns {Case[]}
 */
export function signInCases(password) {
  const nobodies = Array.from({ length: 500 }, (_, index) => `nessuno-${index}@rotta.example`)
  const wrong = nobodies.map((email) => post({ email, password: 'non è la password' }))
  return [
    { name: 'sign-in, wrong', requests: wrong, expect: 422 },
    { name: 'sign-in, right', requests: [post({ email: 'operatore@rotta.example', password })], expect: 303 },
  ]
}

/** Signs in and gives the Cookie header that proves it. */
export async function cookieOf(address, email, password) {
  const { method, path, headers, body } = post({ email, password })
  const response = await fetch(`${address}${path}`, { method, headers, body, redirect: 'manual' })
  const [set] = response.headers.getSetCookie()
  if (!set) throw new Error(`Signing in as ${email} answered ${response.status} without a cookie`)
  return set.split(';', 1)[0]
}

function post(form) {
  return {
    method: 'POST',
    path: '/accedi',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  }
}
