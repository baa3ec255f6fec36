import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import Database from 'better-sqlite3'
import { expect, test } from './fixtures'
import { serve } from './serve'

test('/healthz answers when the database does', async ({ request }) => {
  const answer = await request.get('/healthz')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toEqual({ status: 'ok' })
})

test('every answer carries the headers that keep a browser safe', async ({ request }) => {
  for (const path of ['/', '/guida', '/accedi', '/non-esiste', '/favicon.svg', '/healthz']) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-request-id']).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){2}$/)
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
  }
})

test('every script of a page has the nonce of its own answer, and no two answers share it', async ({ request }) => {
  const read = async () => {
    const answer = await request.get('/guida')
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1]
    return { html: await answer.text(), nonce }
  }
  const [one, other] = [await read(), await read()]
  expect(one.nonce).not.toBe(other.nonce)
  const scripts = [...one.html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((tag) => !tag.includes(`nonce="${one.nonce}"`))).toEqual([])
  expect(one.html).not.toMatch(/\sstyle=|\son[a-z]+=/)
})

test('a page kept for everybody carries nobody, and nobody gets it in place of their own', async ({
  playwright,
  server,
}) => {
  const { baseURL } = server
  const [visitor, person] = [
    await playwright.request.newContext({ baseURL }),
    await playwright.request.newContext({ baseURL }),
  ]
  const form = { email: 'navigator@rotta.example', password: 'rotta-demo-2019' }
  await person.post('/accedi', { form, maxRedirects: 0 })
  for (const path of [
    '/',
    '/guida',
    '/guida/fasi/5',
    '/guida/attivita/F5.3',
    '/fonti',
    '/glossario',
    '/storia',
    '/come-usare-rotta',
    '/come-usare-rotta/chi-impara',
  ]) {
    for (let times = 0; times < 2; times++) {
      expect(await (await person.get(path)).text()).toContain('Giulia Ferrante')
      const anonymous = await visitor.get(path)
      expect(anonymous.headers()['set-cookie']).toBeUndefined()
      expect(await anonymous.text()).not.toContain('Ferrante')
    }
  }
  await visitor.dispose()
  await person.dispose()
})

test.describe('a mutation sent by another site', () => {
  const form = { email: 'navigator@rotta.example', password: 'rotta-demo-2019' }
  for (const [name, value] of [
    ['Origin', 'https://altrove.example'],
    ['Origin', 'null'],
    ['Sec-Fetch-Site', 'cross-site'],
  ] as const) {
    test(`is refused: ${name}: ${value}`, async ({ request }) => {
      const answer = await request.post('/accedi', { form, headers: { [name]: value }, maxRedirects: 0 })
      expect(answer.status()).toBe(403)
      expect(answer.headers()['set-cookie']).toBeUndefined()
    })
  }
  test('is accepted when no header says where it comes from', async ({ request }) => {
    expect((await request.post('/accedi', { form, maxRedirects: 0 })).status()).toBe(303)
  })
})

test('a form that is too large is refused before it is read, with a page', async ({ request }) => {
  const answer = await request.post('/accedi', { form: { email: 'x'.repeat(300_000), password: 'y' } })
  expect(answer.status()).toBe(413)
  expect(await answer.text()).toContain('troppo grande')
})

test('unusual requests get an answer, and no log line tells what was asked', async ({ request, server }) => {
  expect((await request.get('/guida/fasi/99')).status()).toBe(404)
  expect((await request.get('/guida/fasi/-1')).status()).toBe(404)
  expect((await request.get('/guida/attivita/F9.C9')).status()).toBe(404)
  expect((await request.get('/%E0%A4%A')).status()).toBeLessThan(500)
  expect((await request.get('/cerca?q=parolasegreta')).status()).toBe(200)
  expect((await request.post('/guida')).status()).toBe(405)
  await expect.poll(() => readFileSync(server.logFile, 'utf8')).toContain('"path":"/cerca"')
  const log = readFileSync(server.logFile, 'utf8')
  expect(log).not.toContain('parolasegreta')
  expect(log).not.toContain('@rotta.example')
})

test('over https cookies are Secure and bound to the host', async () => {
  const server = await serve(process.env.ROTTA_E2E_DATABASE ?? '', { PUBLIC_URL: 'https://rotta.ente.example' })
  try {
    const answer = await fetch(`${server.baseURL}/accedi`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'navigator@rotta.example', password: 'rotta-demo-2019' }),
      headers: { Origin: 'https://rotta.ente.example' },
      redirect: 'manual',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-rotta_session=.*; HttpOnly; .*Path=\/; SameSite=Lax; Secure/,
    )
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
  } finally {
    await server.stop()
  }
})

test('SIGTERM lets a request under way finish', async () => {
  const server = await serve(process.env.ROTTA_E2E_DATABASE ?? '')
  const body = new URLSearchParams({ email: 'navigator@rotta.example', password: 'rotta-demo-2019' })
  const underWay = fetch(`${server.baseURL}/accedi`, { method: 'POST', body, redirect: 'manual' })
  await new Promise((resolve) => setTimeout(resolve, 15))
  const [answer] = await Promise.all([underWay, server.stop()])
  expect(answer.status).toBe(303)
})

for (const [allowed, host] of [
  ['0', '127.0.0.1'],
  ['1', '0.0.0.0'],
] as const) {
  test(`a demo asked to listen everywhere listens on ${host} when ROTTA_ALLOW_DEMO=${allowed}`, async () => {
    const template = process.env.ROTTA_E2E_DATABASE ?? ''
    const server = await serve(template, { HOST: '0.0.0.0', ROTTA_ALLOW_DEMO: allowed })
    try {
      const log = readFileSync(server.logFile, 'utf8').split('\n').filter(Boolean)
      const serving = log.map((line) => JSON.parse(line)).find((line) => line.msg === 'serving')
      expect(serving).toMatchObject({ host, demo: true })
    } finally {
      await server.stop()
    }
  })
}

test('a demo says on every page that it is one', async ({ request }) => {
  for (const path of ['/', '/accedi', '/guida/fasi/5', '/non-esiste']) {
    expect(await (await request.get(path)).text(), path).toContain('Dimostrazione: persone, date e risultati')
  }
})

test('a body of unknown length is refused', async ({ server }) => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sent = httpRequest(`${server.baseURL}/accedi`, { method: 'POST' }, (answer) => resolve(answer.statusCode))
    sent.on('error', reject)
    sent.setHeader('Transfer-Encoding', 'chunked')
    sent.setHeader('Content-Type', 'application/x-www-form-urlencoded')
    sent.end('email=a')
  })
  expect(status).toBe(411)
})

test('/healthz says when the database does not answer', async () => {
  const server = await serve(process.env.ROTTA_E2E_DATABASE ?? '')
  try {
    const database = new Database(server.databaseFile)
    database.exec('DROP TABLE "Setting"')
    database.close()
    await expect.poll(async () => (await fetch(`${server.baseURL}/healthz`)).status).toBe(503)
  } finally {
    await server.stop()
  }
})
