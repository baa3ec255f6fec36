import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { APIRequestContext } from '@playwright/test'
import Database from 'better-sqlite3'
import type { ServerBuild } from 'react-router'
import { demoPath } from '../e2e/demo-paths'
import { demoPassword, expect, test } from '../e2e/fixtures'
import { expectations, type Visitor, visitors } from './expectations'

// The built manifest itself: a route that somebody adds is here without anybody remembering it.
process.env.DATABASE_URL = 'file:./test-results/never-opened.db'
process.env.LOG_LEVEL = 'silent'
const builtServer = pathToFileURL(resolve('build/server/index.js')).href
const { routes } = (await import(builtServer)) as { routes: ServerBuild['routes'] }

test('every route that was built has an expectation, and no expectation is stale', () => {
  expect(Object.keys(expectations).sort()).toEqual(Object.keys(routes).sort())
})

test('every route with an action says what a POST gets', () => {
  const silent = Object.values(routes)
    .filter((route) => route?.module.action !== undefined)
    .filter((route) => {
      const expected = expectations[route?.id ?? '']
      return !expected || 'wraps' in expected || expected.post === undefined
    })
  expect(silent.map((route) => route?.id)).toEqual([])
})

for (const visitor of visitors) {
  test(`the doors, knocked at by ${visitor}`, async ({ server, playwright }) => {
    const person = prepare(server.databaseFile)
    for (const method of ['get', 'post'] as const) {
      const request = await playwright.request.newContext({ baseURL: server.baseURL })
      await enter(request, visitor)
      for (const [id, expected] of Object.entries(expectations)) {
        if ('wraps' in expected) continue
        const status = expected[method]?.[visitor]
        if (status === undefined) continue
        const path = demoPath(server.databaseFile, expected.path)
        const answer = await request.fetch(path, { method, maxRedirects: 0 })
        expect(`${method} ${id}: ${answer.status()}`).toBe(`${method} ${id}: ${status}`)
        const body = await answer.text()
        // Whoever may not see a person does not find them in the answer, nor in the data behind it.
        if ([303, 401, 403, 404].includes(status) || visitor === 'bergamo') {
          const dataPath = path.replace(/^([^?]*)/, (route) => (route === '/' ? '/_.data' : `${route}.data`))
          const dataBody = method === 'get' ? await (await request.fetch(dataPath, { maxRedirects: 0 })).text() : ''
          expect(body + dataBody).not.toContain(person.email)
        }
        if (status === 303 && visitor === 'nobody' && id !== 'features/auth/pages/sign-out') {
          expect(answer.headers().location).toBe(`/accedi?ritorno=${encodeURIComponent(path)}`)
        }
        // Signing out is one of the doors: come back in for the next.
        if (id === 'features/auth/pages/sign-out' && method === 'post') await enter(request, visitor)
      }
      await request.dispose()
    }
  })
}

/** Finds the navigator of Como, and puts in an admin of another province. */
function prepare(file: string) {
  const database = new Database(file, { timeout: 5000 })
  const person = database
    .prepare("SELECT id, email, passwordHash FROM Person WHERE email = 'navigator@rotta.example'")
    .get() as { id: string; email: string; passwordHash: string }
  const exists = database.prepare("SELECT 1 FROM Person WHERE email = 'bergamo@rotta.example'").get()
  if (!exists) {
    const id = randomUUID()
    const now = new Date().toISOString()
    database
      .prepare(
        `INSERT INTO Person (id, email, firstName, lastName, surnameKey, firstNameKey, passwordHash, createdAt)
         VALUES (?, 'bergamo@rotta.example', 'Berta', 'Gamba', 'gamba berta', 'berta gamba', ?, ?)`,
      )
      .run(id, person.passwordHash, now)
    database
      .prepare(
        `INSERT INTO RoleAssignment (id, personId, role, scopeKind, scopeId, startsOn, createdAt)
         VALUES (?, ?, 'admin', 'province', 'BG', '2019-01-01', ?)`,
      )
      .run(randomUUID(), id, now)
  }
  database.close()
  return person
}

async function enter(request: APIRequestContext, visitor: Visitor) {
  if (visitor === 'nobody') return
  const form = { email: `${visitor}@rotta.example`, password: demoPassword }
  const answer = await request.post('/accedi', { form, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
}
