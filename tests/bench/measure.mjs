// Asks both servers for one case, in turns, and tells how each did.
import { readFileSync, writeFileSync } from 'node:fs'
import autocannon from 'autocannon'

const connections = 16
const warmUpSeconds = 2
const turns = 4

/**
 * Warms all up, then gives each `seconds` in short turns: what else the machine does meanwhile is met by all.
 * @param {{ address: string, pid: number, headers?: Record<string, string> }[]} servers
 * @param {{ name: string, requests: import('./cases.mjs').Asked[], expect: number }} asked
 * @param {number} seconds
 */
export async function measure(servers, asked, seconds) {
  for (const server of servers) {
    await fire(server, asked, warmUpSeconds)
    forgetPeak(server.pid)
  }
  const rounds = servers.map(() => [])
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, server] of servers.entries()) rounds[index].push(await fire(server, asked, seconds / turns))
  }
  return servers.map(({ pid }, index) => ({ ...summary(rounds[index], asked.expect), peakMegabytes: peakOf(pid) }))
}

async function fire(server, { name, requests }, duration) {
  const times = []
  const statuses = new Map()
  const run = autocannon({
    url: server.address,
    connections,
    duration,
    // Tells ceiling.mjs which of its constants is wanted.
    requests: requests.map((request) => ({
      ...request,
      headers: { ...server.headers, ...request.headers, 'x-bench-case': name },
    })),
  })
  run.on('response', (_client, status, _bytes, time) => {
    times.push(time)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  })
  const result = await run
  return { times, statuses, duration: result.duration, failures: result.errors + result.timeouts }
}

function summary(rounds, expect) {
  const times = rounds.flatMap((round) => round.times).sort((a, b) => a - b)
  const sum = (number) => rounds.reduce((total, round) => total + number(round), 0)
  return {
    perSecond: times.length / sum((round) => round.duration),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    unexpected: times.length - sum((round) => round.statuses.get(expect) ?? 0) + sum((round) => round.failures),
  }
}

/** The time within which a share of the answers came. */
export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

// Linux tells the highest resident memory of a process since it was last asked to forget it.
/** Linux alone: the peak of a process counts from here. */
export function forgetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // elsewhere the peak is that of the whole run, or unknown
  }
}

/** Megabytes; undefined where the system does not tell. */
export function peakOf(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes && Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
