import type { Request, Response } from 'express'
import { expect, test } from 'vitest'
import { keepSharedPage, serveSharedPages } from './shared-pages.server'

let inForce: number | null = null
let asked = 0
const serve = serveSharedPages(async () => {
  asked += 1
  return inForce
})

/** What a visitor gets of the pages kept; undefined when the page must be rendered. */
function visit(path: string, cookie?: string) {
  return new Promise<string | undefined>((resolve, reject) => {
    const request = { method: 'GET', url: path, path, get: () => cookie } as unknown as Request
    const response = { locals: { nonce: 'NUOVO' }, type: () => ({ send: resolve }) } as unknown as Response
    Promise.resolve(serve(request, response, () => resolve(undefined))).catch(reject)
  })
}

test('a page that tells of no plan holds, with the nonce of each answer, and nobody asks for the plan', async () => {
  keepSharedPage('/glossario', '<script nonce="VECCHIO">', 'VECCHIO', undefined)
  asked = 0
  expect(await visit('/glossario')).toBe('<script nonce="NUOVO">')
  expect(await visit('/glossario', 'rotta_session=x')).toBeUndefined()
  expect(asked).toBe(0)
})

test('a page that tells of the plan holds as long as that one is in force', async () => {
  keepSharedPage('/guida/attivita/F5.1', 'senza piano', '-', null)
  expect(await visit('/guida/attivita/F5.1')).toBe('senza piano')
  inForce = 1
  expect(await visit('/guida/attivita/F5.1')).toBeUndefined()
  keepSharedPage('/guida/attivita/F5.1', 'versione 1', '-', 1)
  expect(await visit('/guida/attivita/F5.1')).toBe('versione 1')
  inForce = 2
  expect(await visit('/guida/attivita/F5.1')).toBeUndefined()
})

test('a page that was told from a plan just replaced is never served, whenever it was kept', async () => {
  inForce = 3
  keepSharedPage('/guida/fasi/5', 'versione 2', '-', 2)
  expect(await visit('/guida/fasi/5')).toBeUndefined()
})
