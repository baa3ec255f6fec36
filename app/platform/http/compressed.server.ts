import { EventEmitter } from 'node:events'
import compression from 'compression'
import type { RequestHandler, Response } from 'express'

/**
 * Compresses what is answered.
 *
 * compression hands who waits for `drain` over to its own stream, and leaves on the response what takes them away again
 * (expressjs/compression, issue 135): whoever waits `once` would stay for the whole answer, and a long download would
 * gather them by the hundred. Here a response has one listener there for its life; those who wait once come and go on an
 * emitter of its own.
 */
export const compressed: RequestHandler[] = [
  compression(),
  (_request, response, next) => {
    keepDrainOnce(response)
    next()
  },
]

function keepDrainOnce(response: Response) {
  const drained = new EventEmitter()
  const { once, off } = response
  let listens = false
  response.once = ((name: string, listener: () => void) => {
    if (name !== 'drain') return once.call(response, name, listener)
    if (!listens) response.on('drain', () => drained.emit('drain'))
    listens = true
    drained.once('drain', listener)
    return response
  }) as Response['once']
  response.off = ((name: string, listener: () => void) => {
    drained.off(name, listener)
    return off.call(response, name, listener)
  }) as Response['off']
}
