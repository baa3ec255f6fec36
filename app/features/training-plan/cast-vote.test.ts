import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Seat } from '~/features/auth/rules/grants'
import { database, transact } from '~/platform/database/client.server'
import { ballot, makeCommittee, makeDraft, voter } from '../../../tests/setup/committee'
import { makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { castVote } from './cast-vote.server'
import { closeVote } from './close-vote.server'
import { findPlanInForce } from './frozen-plan.server'
import { ownVotingRule } from './rules/voting'
import { verifyVotes } from './verify-votes.server'
import { votingRuleKey } from './voting-rule.queries.server'

let seat: Record<Seat, string>
const submitted = async () => (await makePlan({ approved: false })).versionId
const votesOn = (versionId: string) => database.vote.findMany({ where: { versionId }, orderBy: { seq: 'asc' } })
const decisionOn = (versionId: string) => database.planDecision.findUnique({ where: { versionId } })

/** A second connection, as somebody with the file in their hands has it. */
function byHand(sql: string) {
  const file = new Database((process.env.DATABASE_URL ?? '').slice(5))
  try {
    file.exec(sql)
  } finally {
    file.close()
  }
}

beforeAll(async () => {
  seat = await makeCommittee()
})

describe('castVote', () => {
  test('the third vote decides, in the same transaction, and the version is in force', async () => {
    const versionId = await submitted()
    expect(await castVote(voter(seat.anpal), versionId, ballot('approve'))).toEqual({ ok: true, value: null })
    expect(await castVote(voter(seat['region-deputy']), versionId, ballot('abstain'))).toEqual({
      ok: true,
      value: null,
    })
    expect(await decisionOn(versionId)).toBeNull()
    const last = await castVote(voter(seat['region-director']), versionId, ballot('conditions'))
    expect(last).toEqual({ ok: true, value: 'approved' })
    const votes = await votesOn(versionId)
    const version = await database.planVersion.findUnique({ where: { id: versionId } })
    expect(await decisionOn(versionId)).toMatchObject({
      outcome: 'approved',
      closedById: null,
      documentHash: version?.documentHash,
      voteHead: votes.at(-1)?.digest,
      rule: JSON.stringify({
        approveWith: { anpal: 1, region: 1 },
        closeAfter: { anpal: 1, region: 1 },
        returnWith: 1,
      }),
    })
    expect((await findPlanInForce())?.id).toBe(versionId)
    expect(await database.planCondition.findMany({ where: { versionId } })).toMatchObject([
      { seat: 'region-director', text: 'Aggiungere un criterio per F7.3.', position: 0 },
    ])
    expect(await verifyVotes()).toMatchObject({ ok: true, head: votes.at(-1)?.digest })
    const acts = await database.auditEntry.findMany({ where: { objectId: versionId }, orderBy: { seq: 'asc' } })
    expect(acts.map(({ action }) => action)).toEqual(['plan.vote', 'plan.vote', 'plan.vote', 'plan.close'])
    expect(acts.map(({ payload }) => payload).join()).not.toContain('F7.3')
  })

  test('a vote that is replaced stays, and the last one counts', async () => {
    const versionId = await submitted()
    await castVote(voter(seat.anpal), versionId, ballot('return'))
    await castVote(voter(seat['region-deputy']), versionId, ballot('conditions', { conditions: ['Una', 'Due'] }))
    await castVote(voter(seat['region-deputy']), versionId, ballot('conditions', { conditions: ['Tre'] }))
    await castVote(voter(seat.anpal), versionId, ballot('approve'))
    expect(await castVote(voter(seat['region-director']), versionId, ballot('approve'))).toMatchObject({
      value: 'approved',
    })
    expect((await votesOn(versionId)).map(({ choice }) => choice)).toEqual([
      'return',
      'conditions',
      'conditions',
      'approve',
      'approve',
    ])
    expect(await database.planCondition.findMany({ where: { versionId } })).toMatchObject([{ text: 'Tre' }])
  })

  test('a version that comes back has no conditions to follow up', async () => {
    const versionId = await submitted()
    await castVote(voter(seat.anpal), versionId, ballot('return'))
    await castVote(voter(seat['region-deputy']), versionId, ballot('conditions'))
    expect(await castVote(voter(seat['region-director']), versionId, ballot('approve'))).toMatchObject({
      value: 'returned',
    })
    expect(await database.planCondition.count({ where: { versionId } })).toBe(0)
  })

  test('the seat votes: its next holder takes the place of the one before', async () => {
    const versionId = await submitted()
    const before = await makePerson({
      roles: [{ role: 'committee', seat: 'anpal', startsOn: '2019-01-01', endsOn: '2019-12-09' }],
    })
    const after = await makePerson({
      roles: [{ role: 'committee', seat: 'anpal', startsOn: '2019-12-10', endsOn: '2019-12-31' }],
    })
    const [then, later] = [new Date('2019-12-09T10:00:00Z'), new Date('2019-12-10T10:00:00Z')]
    expect(await castVote(voter(after.id, then), versionId, ballot('approve'))).toMatchObject({ reason: 'no-seat' })
    expect(await castVote(voter(before.id, then), versionId, ballot('return'))).toEqual({ ok: true, value: null })
    expect(await castVote(voter(before.id, later), versionId, ballot('return'))).toMatchObject({ reason: 'no-seat' })
    expect(await castVote(voter(after.id, later), versionId, ballot('approve'))).toEqual({ ok: true, value: null })
    await castVote(voter(seat['region-director'], later), versionId, ballot('approve'))
    expect(await closeVote(voter(after.id, later), versionId)).toEqual({ ok: true, value: 'approved' })
    expect((await votesOn(versionId)).map(({ personId }) => personId)).toEqual([
      before.id,
      after.id,
      seat['region-director'],
    ])
  })

  test.each([
    ['somebody without a seat', async () => (await makePerson()).id, 'no-seat'],
    ['a plan manager', async () => (await makePerson({ roles: [{ role: 'plan-manager' }] })).id, 'no-seat'],
    [
      'a seat held by somebody who was deactivated',
      async () => (await makePerson({ deactivatedAt: new Date(), roles: [{ role: 'committee', seat: 'anpal' }] })).id,
      'no-seat',
    ],
  ])('%s has no vote, whatever the request says', async (_, who, reason) => {
    const versionId = await submitted()
    expect(await castVote(voter(await who()), versionId, ballot('approve'))).toMatchObject({ ok: false, reason })
    expect(await votesOn(versionId)).toEqual([])
  })

  test('the operator’s commands do not vote', async () => {
    const operator = { ...voter(''), actorId: null }
    expect(await castVote(operator, await submitted(), ballot('approve'))).toMatchObject({ reason: 'no-seat' })
  })

  test('who wrote the version neither votes nor closes', async () => {
    const author = await makePerson({ roles: [{ role: 'committee', seat: 'anpal' }] })
    const { versionId } = await makePlan({ approved: false, authors: [author.id] })
    expect(await castVote(voter(author.id), versionId, ballot('approve'))).toMatchObject({ reason: 'author' })
    await castVote(voter(seat.anpal), versionId, ballot('approve'))
    await castVote(voter(seat['region-deputy']), versionId, ballot('approve'))
    expect(await closeVote(voter(author.id), versionId)).toMatchObject({ reason: 'author' })
    expect(await votesOn(versionId)).toHaveLength(2)
  })

  test.each(['non-esiste', ''])('a forged version “%s” is absent', async (versionId) => {
    expect(await castVote(voter(seat.anpal), versionId, ballot('approve'))).toMatchObject({ reason: 'absent' })
    expect(await closeVote(voter(seat.anpal), versionId)).toMatchObject({ reason: 'absent' })
  })

  test('a draft is absent', async () => {
    const versionId = await makeDraft(1)
    expect(await castVote(voter(seat.anpal), versionId, ballot('approve'))).toMatchObject({ reason: 'absent' })
  })

  test.each([
    ['a return without reasons', ballot('return', { reasons: undefined }), 'reasons-missing'],
    ['conditions without any', ballot('conditions', { conditions: [] }), 'conditions-missing'],
    ['conditions with an approval that has none', ballot('approve', { conditions: ['x'] }), 'conditions-unexpected'],
  ])('%s is refused', async (_, wanted, reason) => {
    const versionId = await submitted()
    expect(await castVote(voter(seat.anpal), versionId, wanted)).toMatchObject({ reason })
    expect(await votesOn(versionId)).toEqual([])
  })

  test('nothing is voted after the decision, not even past the command', async () => {
    const versionId = await submitted()
    for (const holder of Object.values(seat)) await castVote(voter(holder), versionId, ballot('approve'))
    expect(await castVote(voter(seat.anpal), versionId, ballot('return'))).toMatchObject({
      reason: 'closed',
      message: 'La votazione è chiusa: il voto non è stato registrato',
    })
    expect(await closeVote(voter(seat.anpal), versionId)).toMatchObject({ reason: 'closed' })
    expect(await votesOn(versionId)).toHaveLength(3)
    const forged = `INSERT INTO "Vote" SELECT (SELECT MAX("seq") + 1 FROM "Vote"), "versionId", "seat", "personId", "choice",
      "at", "payload", "salt", "payloadDigest", (SELECT "digest" FROM "Vote" ORDER BY "seq" DESC LIMIT 1), 'forged'
      FROM "Vote" WHERE "versionId" = '${versionId}' LIMIT 1`
    expect(() => byHand(forged)).toThrow('The vote on this version is not open')
  })
})

describe('closeVote', () => {
  test.each([
    ['before any vote', [], 'too-early'],
    ['while Anpal has not voted', ['region-director', 'region-deputy'], 'too-early'],
    ['while the Region has not voted', ['anpal'], 'too-early'],
  ] as const)('%s it is too early', async (_, voters, reason) => {
    const versionId = await submitted()
    for (const one of voters) await castVote(voter(seat[one]), versionId, ballot('approve'))
    expect(await closeVote(voter(seat.anpal), versionId)).toMatchObject({ ok: false, reason })
    expect(await decisionOn(versionId)).toBeNull()
  })

  test('a seat closes once each party has voted, also one that has not voted itself', async () => {
    const versionId = await submitted()
    await castVote(voter(seat.anpal), versionId, ballot('approve'))
    await castVote(voter(seat['region-deputy']), versionId, ballot('abstain'))
    expect(await closeVote(voter(seat['region-director']), versionId)).toEqual({ ok: true, value: 'undecided' })
    expect(await decisionOn(versionId)).toMatchObject({ closedById: seat['region-director'], outcome: 'undecided' })
  })

  test('the rule that the installation has set is the one that is applied, and kept with the decision', async () => {
    const rule = { ...ownVotingRule, closeAfter: { region: 2, anpal: 1 } }
    const data = { key: votingRuleKey, value: JSON.stringify(rule) }
    await transact((tx) => tx.setting.create({ data }))
    const versionId = await submitted()
    await castVote(voter(seat.anpal), versionId, ballot('approve'))
    await castVote(voter(seat['region-deputy']), versionId, ballot('approve'))
    expect(await closeVote(voter(seat.anpal), versionId)).toMatchObject({ reason: 'too-early' })
    await castVote(voter(seat['region-director']), versionId, ballot('approve'))
    expect(JSON.parse((await decisionOn(versionId))?.rule ?? '')).toEqual(rule)
    await transact((tx) => tx.setting.delete({ where: { key: votingRuleKey } }))
  })
})

describe('at the same moment', () => {
  test('three seats: three votes, one decision', async () => {
    const versionId = await submitted()
    const results = await Promise.all(
      Object.values(seat).map((holder) => castVote(voter(holder), versionId, ballot('approve'))),
    )
    expect(results.map((result) => result.ok && result.value).toSorted()).toEqual(['approved', null, null])
    expect(await votesOn(versionId)).toHaveLength(3)
    expect(await database.planDecision.count({ where: { versionId } })).toBe(1)
    expect(await verifyVotes()).toMatchObject({ ok: true })
  })

  test('a vote and the closing: one decision, and no vote after it', async () => {
    for (let round = 0; round < 10; round++) {
      const versionId = await submitted()
      await castVote(voter(seat.anpal), versionId, ballot('approve'))
      await castVote(voter(seat['region-deputy']), versionId, ballot('approve'))
      const vote = () => castVote(voter(seat['region-director']), versionId, ballot('return'))
      const close = () => closeVote(voter(seat.anpal), versionId)
      const [first, second] = await Promise.all(round % 2 ? [vote(), close()] : [close(), vote()])
      expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
      const decision = await decisionOn(versionId)
      const votes = await votesOn(versionId)
      expect(decision?.outcome).toBe(votes.length === 3 ? 'returned' : 'approved')
      expect(decision?.voteHead).toBe(votes.at(-1)?.digest)
    }
  })

  test('three closings: one', async () => {
    const versionId = await submitted()
    await castVote(voter(seat.anpal), versionId, ballot('approve'))
    await castVote(voter(seat['region-deputy']), versionId, ballot('approve'))
    const results = await Promise.all(Object.values(seat).map((holder) => closeVote(voter(holder), versionId)))
    expect(results.map((result) => (result.ok ? result.value : result.reason)).toSorted()).toEqual([
      'approved',
      'closed',
      'closed',
    ])
  })

  test('one seat twice: both are kept, the later one counts', async () => {
    const versionId = await submitted()
    await Promise.all([
      castVote(voter(seat.anpal), versionId, ballot('return')),
      castVote(voter(seat.anpal), versionId, ballot('approve')),
    ])
    const votes = await votesOn(versionId)
    expect(votes).toHaveLength(2)
    await castVote(voter(seat['region-deputy']), versionId, ballot('approve'))
    const closed = await closeVote(voter(seat.anpal), versionId)
    expect(closed).toMatchObject({ value: votes.at(-1)?.choice === 'approve' ? 'approved' : 'returned' })
  })
})

describe('the chain of votes', () => {
  test.each([
    ['UPDATE "Vote" SET "choice" = \'approve\''],
    ['DELETE FROM "Vote"'],
    ['INSERT OR REPLACE INTO "Vote" SELECT * FROM "Vote" WHERE "seq" = 1'],
  ])('the table refuses: %s', (sql) => expect(() => byHand(sql)).toThrow(/Vote|vote/))

  test('names the first vote that was changed behind the triggers’ back', async () => {
    byHand('DROP TRIGGER Vote_no_update; UPDATE "Vote" SET "choice" = \'return\' WHERE "seq" = 2')
    expect(await verifyVotes()).toEqual({ ok: false, seq: 2, reason: 'row' })
  })
})
