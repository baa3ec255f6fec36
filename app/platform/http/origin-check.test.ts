import { describe, expect, test } from 'vitest'
import { isForeignMutation } from './origin-check'

const host = 'localhost:3000'

describe('isForeignMutation', () => {
  test.each([
    ['GET', { origin: 'https://altrove.example', secFetchSite: 'cross-site', host }, undefined, false],
    ['POST', { host }, undefined, false],
    ['POST', { origin: 'http://localhost:3000', secFetchSite: 'same-origin', host }, undefined, false],
    ['POST', { origin: 'https://altrove.example', host }, undefined, true],
    ['POST', { origin: 'http://localhost:3001', host }, undefined, true],
    ['POST', { origin: 'null', host }, undefined, true],
    ['POST', { secFetchSite: 'cross-site', host }, undefined, true],
    ['POST', { secFetchSite: 'same-site', origin: 'http://localhost:3000', host }, undefined, false],
    ['PUT', { origin: 'https://altrove.example', host }, undefined, true],
    ['DELETE', { origin: 'https://rotta.ente.it', host: 'interno:8080' }, 'https://rotta.ente.it', false],
    ['POST', { origin: 'http://rotta.ente.it', host: 'rotta.ente.it' }, 'https://rotta.ente.it', true],
  ])('%s %o with public origin %s: %s', (method, headers, publicOrigin, expected) => {
    expect(isForeignMutation(method, headers, publicOrigin)).toBe(expected)
  })
})
