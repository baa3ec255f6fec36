import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from './own-server'
import { type Caller, close, enter, makeSubmitted, vote } from './plain-requests'
import { rows, value } from './served-database'

type Cast = { seq: number; seat: string; choice: string; digest: string; payload: string | null }
type Decision = { outcome: string; closedById: string | null; voteHead: string }
type Seats = { direttore: Caller; vicario: Caller; anpal: Caller }

const conditions = ['Completare i moduli delle altre fasi.', 'Pubblicare il calendario delle aule.']

test('three seats that vote at the same instant, one of them twice and one closing, decide once', async ({
  served,
}) => {
  const { databaseFile } = served
  const manager = await enter(served.baseURL, 'gestore')
  const seats = await enterSeats(served.baseURL)
  const { direttore, vicario, anpal } = seats
  const versions = [value(databaseFile, 'SELECT id FROM PlanVersion WHERE number = 2')]
  while (versions.length < 4) versions.push(await makeSubmitted(manager))

  for (const version of versions) {
    const votes = [
      vote(direttore, version, 'approve'),
      vote(vicario, version, 'conditions', { conditions: conditions.join('\n') }),
      vote(anpal, version, 'approve'),
      vote(direttore, version, 'return', { reasons: 'Manca il modulo sulla fase 5.' }),
    ]
    const [closed, ...cast] = await Promise.all([close(anpal, version), ...votes])
    expect([303, 409]).toContain(closed.status)
    for (const { status } of cast) expect([303, 409]).toContain(status)
    expectDecided(databaseFile, version, cast.filter(({ status }) => status === 303).length, closed.status === 303)
    await expectOver(databaseFile, seats, version)
  }
})

test('a vote and the closing of the vote at the same instant: one before the other, whichever comes first', async ({
  served,
}) => {
  const { databaseFile } = served
  const manager = await enter(served.baseURL, 'gestore')
  const seats = await enterSeats(served.baseURL)
  const { direttore, vicario, anpal } = seats
  const reasons = 'Le ore sul lavoro sono troppo poche.'
  const winners = new Set<string>()

  for (let round = 0; round < 6 || (winners.size < 2 && round < 20); round += 1) {
    const version = await makeSubmitted(manager)
    for (const seat of [direttore, anpal]) expect((await vote(seat, version, 'approve')).status).toBe(303)
    const voteFirst = round % 2 === 0
    const advance = 10 * (round % 5)
    const [cast, closed] = await Promise.all([
      wait(voteFirst ? 0 : advance).then(() => vote(vicario, version, 'return', { reasons })),
      wait(voteFirst ? advance : 0).then(() => close(anpal, version)),
    ])
    const won = cast.status === 303 ? 'vote' : 'closing'
    winners.add(won)
    expect([cast.status, closed.status]).toEqual(won === 'vote' ? [303, 409] : [409, 303])
    if (won === 'closing') expect(cast.body, 'the reasons are not lost').toContain(reasons)
    const decision = expectDecided(databaseFile, version, won === 'vote' ? 3 : 2, won === 'closing')
    expect(decision.outcome).toBe(won === 'vote' ? 'returned' : 'approved')
    await expectOver(databaseFile, seats, version)
  }
  expect([...winners].sort(), 'both orders have happened').toEqual(['closing', 'vote'])
})

async function enterSeats(baseURL: string): Promise<Seats> {
  const [direttore, vicario, anpal] = await Promise.all([
    enter(baseURL, 'direttore'),
    enter(baseURL, 'vicario'),
    enter(baseURL, 'anpal'),
  ])
  return { direttore, vicario, anpal }
}

/** One decision, that of the votes which were accepted, and no vote after it. */
function expectDecided(file: string, version: string, accepted: number, byASeat: boolean): Decision {
  const decisions = rows<Decision>(
    file,
    'SELECT outcome, closedById, voteHead FROM PlanDecision WHERE versionId = ?',
    version,
  )
  expect(decisions).toHaveLength(1)
  const [decision] = decisions
  if (!decision) throw new Error('no decision')
  const votes = readVotes(file, version)
  expect(votes).toHaveLength(accepted)
  expect(decision.voteHead).toBe(votes.at(-1)?.digest)
  expect(decision.closedById !== null).toBe(byASeat)
  const counting = [...new Map(votes.map((one) => [one.seat, one])).values()]
  expect(decision.outcome).toBe(outcomeOf(counting))
  const ofConditions = counting.filter(({ choice }) => choice === 'conditions')
  const wanted = decision.outcome === 'approved' ? ofConditions.flatMap(() => conditions) : []
  const found = rows<{ text: string }>(
    file,
    'SELECT text FROM PlanCondition WHERE versionId = ? ORDER BY position',
    version,
  )
  expect(found.map(({ text }) => text)).toEqual(wanted)
  const logged = rows<{ action: string; seq: number }>(
    file,
    "SELECT action, seq FROM AuditEntry WHERE objectId = ? AND action IN ('plan.vote', 'plan.close') ORDER BY seq",
    version,
  )
  expect(logged.map(({ action }) => action)).toEqual([...votes.map(() => 'plan.vote'), 'plan.close'])
  return decision
}

/** Whoever votes or closes now, changes nothing. */
async function expectOver(file: string, { direttore, vicario, anpal }: Seats, version: string) {
  const before = readVotes(file, version)
  const late = await Promise.all([
    vote(direttore, version, 'approve'),
    vote(vicario, version, 'abstain'),
    vote(anpal, version, 'approve'),
    close(vicario, version),
  ])
  expect(late.map(({ status }) => status)).toEqual([409, 409, 409, 409])
  expect(readVotes(file, version)).toEqual(before)
}

function readVotes(file: string, version: string): Cast[] {
  return rows<Cast>(
    file,
    'SELECT seq, seat, choice, digest, payload FROM Vote WHERE versionId = ? ORDER BY seq',
    version,
  )
}

/** The rule of the product contract, written once more. */
function outcomeOf(counting: readonly Cast[]) {
  if (counting.some(({ choice }) => choice === 'return')) return 'returned'
  const approving = counting.filter(({ choice }) => choice === 'approve' || choice === 'conditions')
  const anpal = approving.some(({ seat }) => seat === 'anpal')
  return anpal && approving.some(({ seat }) => seat !== 'anpal') ? 'approved' : 'undecided'
}
