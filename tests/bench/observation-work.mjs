// A trainer's work on observations, as fast as it is answered: each connection has a draft of its own.
import { demoPassword } from '../../scripts/demo-sign-ins.mjs'
import { forgetPeak, peakOf, percentile } from './measure.mjs'

const connections = 16

/** @typedef {{ address: string, pid: number }} Server */
/** @typedef {{ id: string, criteria: string[] }} Draft */

/**
 * Each connection writes one criterion after another, every time something else, on the revision of the answer before.
 * @param {Server} server
 * @param {Draft[]} drafts at least one for each connection
 */
export async function saveDrafts(server, cookie, drafts, seconds) {
  return work(server, drafts.slice(0, connections), seconds, async (draft, times) => {
    const { id, criteria } = draft
    const criterion = criteria[times % criteria.length]
    const rating = Math.floor(times / criteria.length) % 2 === 0 ? 'partly' : 'met'
    const body = { revision: String(draft.revision ?? 1), [`ratings.${criterion}.rating`]: rating }
    const response = await send(server, `/osservazioni/${id}/salva`, cookie, body)
    const { revision } = await response.json()
    draft.revision = revision ?? draft.revision
    return response.status === 200
  })
}

/**
 * Signs drafts, 16 at a time, each with the password: one argon2 check each, which bounds it.
 * @param {Server} server
 * @param {Draft[]} drafts as many as can be signed: each once
 */
export async function signDrafts(server, cookie, drafts, seconds) {
  const left = [...drafts]
  const lines = Array.from({ length: connections }, () => ({}))
  return work(server, lines, seconds, async () => {
    const draft = left.pop()
    if (!draft) return undefined
    const body = { password: demoPassword, revision: '1' }
    const response = await send(server, `/osservazioni/${draft.id}/firma`, cookie, body)
    await response.text()
    return response.status === 303
  })
}

/** @param {(own: object, times: number) => Promise<boolean | undefined>} step undefined when there is no more to do */
async function work({ pid }, lines, seconds, step) {
  forgetPeak(pid)
  const began = performance.now()
  const until = began + 1000 * seconds
  const times = []
  let unexpected = 0
  const keepWorking = async (own) => {
    for (let done = 0; performance.now() < until; done++) {
      const started = performance.now()
      const expected = await step(own, done)
      if (expected === undefined) return
      times.push(performance.now() - started)
      if (!expected) unexpected += 1
    }
  }
  await Promise.all(lines.map(keepWorking))
  const elapsed = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share))
  return { perSecond: times.length / elapsed, p50, p95, p99, unexpected, peakMegabytes: peakOf(pid) }
}

function send({ address }, path, cookie, fields) {
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  return fetch(`${address}${path}`, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' })
}
