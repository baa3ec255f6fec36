// Loads that are no race: what learners in the middle of a test send, and how long each of them waits for it.
import { Agent, request } from 'node:http'
import autocannon from 'autocannon'
import { saveOf } from './cases.mjs'
import { percentile } from './measure.mjs'

const readers = 16
const steadySeconds = 40
const [shortestPause, longestPause] = [20_000, 40_000]
const bursts = 5
const burstSize = 200

/** @typedef {import('./cases.mjs').OpenAttempt} OpenAttempt */
/** @typedef {{ name: string, figures: string, unexpected: number }} Outcome */

/**
 * Every open attempt saves an answer every 20 to 40 s, for 40 s, beginning at a moment of its own.
 * @param {{ reading: boolean }} options while 16 connections read lessons as fast as they are answered, or alone
 * @returns {Promise<Outcome>}
 */
export async function steadySaves(address, attempts, { reading }) {
  const learners = await openConnections(address, attempts)
  const until = performance.now() + 1000 * steadySeconds
  const lessons = attempts.map(({ cookie, lesson }) => ({ method: 'GET', path: lesson, headers: { cookie } }))
  const pages =
    reading && autocannon({ url: address, connections: readers, duration: steadySeconds, requests: lessons })
  const saves = (await Promise.all(learners.map((learner) => keepSaving(address, learner, until)))).flat()
  const read = pages && (await pages)
  closeConnections(learners)
  const beside = read ? `; beside them ${(read.requests.total / read.duration).toFixed(0)} lessons/s` : ''
  return {
    name: `${attempts.length} tests, ${reading ? 'lessons read meanwhile' : 'alone'}`,
    figures: `${saves.length} saves: ${times(saves)}${beside}`,
    unexpected: unexpectedIn(saves) + (read ? read.non2xx + read.errors + read.timeouts : 0),
  }
}

/**
 * 200 learners save at the same moment; five times.
 * @returns {Promise<Outcome>}
 */
export async function burstsOfSaves(address, attempts) {
  const learners = await openConnections(address, attempts.slice(0, burstSize))
  const all = []
  const lasts = []
  for (let burst = 0; burst < bursts; burst++) {
    const together = learners.map(({ agent, open }) => send(address, agent, saveOf(open, 1)))
    const saves = await Promise.all(together)
    all.push(...saves)
    lasts.push(Math.max(...saves.map(({ ms }) => ms)))
  }
  closeConnections(learners)
  const last = lasts.map((ms) => ms.toFixed(0)).join(', ')
  return {
    name: `${burstSize} saves at once, ${bursts} times`,
    figures: `${times(all)}; the last answer after ${last} ms`,
    unexpected: unexpectedIn(all),
  }
}

/** Each learner has a connection of their own, as a browser keeps it from the page of the question. */
async function openConnections(address, attempts) {
  const learners = attempts.map((open) => ({ open, agent: new Agent({ keepAlive: true, maxSockets: 1 }) }))
  for (const { agent, open } of learners) await send(address, agent, saveOf(open, 1))
  return learners
}

function closeConnections(learners) {
  for (const { agent } of learners) agent.destroy()
}

async function keepSaving(address, { agent, open }, until) {
  const saves = []
  let next = performance.now() + Math.random() * pause()
  while (next < until) {
    await new Promise((resolve) => setTimeout(resolve, next - performance.now()))
    saves.push(await send(address, agent, saveOf(open, 1 + Math.floor(Math.random() * open.questions))))
    next = Math.max(performance.now(), next + pause())
  }
  return saves
}

function pause() {
  return shortestPause + Math.random() * (longestPause - shortestPause)
}

/** How long until the answer was there whole, and its status; 0 when none came. */
function send(address, agent, { method, path, headers, body }) {
  const started = performance.now()
  return new Promise((resolve) => {
    const end = (status) => resolve({ status, ms: performance.now() - started })
    const sent = request(`${address}${path}`, {
      method,
      agent,
      headers: { ...headers, 'content-length': body.length },
    })
    sent.on('error', () => end(0))
    sent.on('response', (response) => response.resume().on('end', () => end(response.statusCode)))
    sent.end(body)
  })
}

function times(saves) {
  const sorted = saves.map(({ ms }) => ms).sort((a, b) => a - b)
  return [50, 95, 99].map((share) => `p${share} ${percentile(sorted, share / 100).toFixed(1)} ms`).join(', ')
}

function unexpectedIn(saves) {
  return saves.filter(({ status }) => status !== 200).length
}
