import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressed } from './compressed.server'

const line = 'Un rigo come tanti altri. '.repeat(2000)
const lines = 60

let server: Server
let address = ''
let drains = 0
const warnings: Error[] = []
const warned = (warning: Error) => warnings.push(warning)

beforeAll(async () => {
  process.on('warning', warned)
  const app = express()
  app.use(...compressed)
  // As the framework sends a stream: it waits once for each write that fills the buffer, and takes the wait away.
  app.get('/lungo', async (_request, response) => {
    response.type('text/plain')
    for (let number = 0; number < lines; number += 1) {
      if (response.write(line)) continue
      await new Promise<void>((resolve) => {
        const go = () => {
          response.off('drain', go)
          resolve()
        }
        response.once('drain', go)
      })
      drains += 1
    }
    response.end()
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  process.off('warning', warned)
  server.close()
})

test.each(['gzip', 'identity'])(
  'a long answer (%s) arrives whole, and nobody is left waiting for it',
  async (encoding) => {
    drains = 0
    const answer = await fetch(`${address}/lungo`, { headers: { 'Accept-Encoding': encoding } })
    expect(answer.headers.get('Content-Encoding')).toBe(encoding === 'gzip' ? 'gzip' : null)
    expect(await answer.text()).toBe(line.repeat(lines))
    // More than the ten listeners that Node takes for a leak.
    expect(drains).toBeGreaterThan(10)
    // Node tells warnings on its next turn.
    await new Promise((resolve) => setImmediate(resolve))
    expect(warnings).toEqual([])
  },
)
