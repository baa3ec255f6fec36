import { describe, expect, test } from 'vitest'
import { parseEnvironment } from './environment.server'

describe('parseEnvironment', () => {
  test('an empty environment is a usable one', () => {
    expect(parseEnvironment({})).toMatchObject({
      NODE_ENV: 'production',
      PORT: 3000,
      DATABASE_URL: 'file:./data/rotta.db',
    })
  })

  test('an empty variable counts as unset', () => {
    expect(parseEnvironment({ PORT: '' }).PORT).toBe(3000)
  })

  test.each([
    ['PORT', 'tremila'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'postgres://altrove/rotta'],
    ['PUBLIC_URL', 'rotta.ente.it'],
    ['PUBLIC_URL', 'ftp://rotta.ente.it'],
    ['SESSION_IDLE_MINUTES', '1'],
    ['LOG_LEVEL', 'tutto'],
    ['ROTTA_ALLOW_DEMO', 'sì'],
    ['CONTACT_EMAIL', 'chiamami'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(name)
  })
})
