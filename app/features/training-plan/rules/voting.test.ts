import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Seat, seats } from '~/features/auth/rules/grants'
import {
  type Choice,
  choices,
  closingOf,
  countingVotes,
  outcomeOf,
  ownVotingRule,
  partyOf,
  type SeatVote,
  type VotingRule,
} from './voting'

const short: Record<string, Seat> = { D: 'region-director', V: 'region-deputy', A: 'anpal' }
const words: Record<string, Choice> = { '+': 'approve', c: 'conditions', '-': 'return', '0': 'abstain' }

/** "D+ A-": the director approves, then Anpal returns. */
function votes(text: string): SeatVote[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((vote, index) => {
      const [seat, choice] = [short[vote[0] ?? ''], words[vote[1] ?? '']]
      if (!seat || !choice) throw new Error(vote)
      return { seq: index + 1, seat, choice }
    })
}

describe('the three seats', () => {
  test.each([
    ['region-director', 'region'],
    ['region-deputy', 'region'],
    ['anpal', 'anpal'],
  ] as const)('%s sits for %s', (seat, party) => expect(partyOf(seat)).toBe(party))
})

describe('the last vote of a seat counts', () => {
  test.each([
    ['', ''],
    ['A+', 'A+'],
    ['A+ D+ A-', 'D+ A-'],
    ['V0 V- V+', 'V+'],
    ['A- V- D- D+', 'D+ V- A-'],
  ])('%s → %s', (cast, counting) => {
    const found = countingVotes(votes(cast)).map(({ seat, choice }) => [seat, choice])
    expect(found).toEqual(votes(counting).map(({ seat, choice }) => [seat, choice]))
  })

  test('by its number, not by the order it is read in', () => {
    expect(countingVotes(votes('A+ A-').reverse())).toMatchObject([{ choice: 'return' }])
  })
})

describe('closing', () => {
  test.each([
    ['', 'not-yet'],
    ['D+', 'not-yet'],
    ['A+', 'not-yet'],
    ['D+ V+', 'not-yet'],
    ['D- V- D+', 'not-yet'],
    ['D+ A+', 'by-a-seat'],
    ['V0 A0', 'by-a-seat'],
    ['A+ A- V+', 'by-a-seat'],
    ['D+ V+ A+', 'by-itself'],
    ['D0 V0 A0', 'by-itself'],
  ])('after “%s”: %s', (cast, closing) => expect(closingOf(ownVotingRule, votes(cast))).toBe(closing))
})

describe('outcome', () => {
  test.each([
    ['', 'undecided'],
    ['D+ A+', 'approved'],
    ['V+ A+', 'approved'],
    ['Dc Ac', 'approved'],
    ['Vc A+', 'approved'],
    ['D+ V0 A+', 'approved'],
    ['D+ V+ A+', 'approved'],
    ['D0 A+', 'undecided'],
    ['D+ A0', 'undecided'],
    ['D+ V+ A0', 'undecided'],
    ['D0 V0 A+', 'undecided'],
    ['D0 V0 A0', 'undecided'],
    ['D+ V- A+', 'returned'],
    ['D- A+', 'returned'],
    ['D+ A-', 'returned'],
    ['D- V- A-', 'returned'],
    ['D- A+ D+', 'approved'],
    ['D+ A+ A-', 'returned'],
  ])('“%s” → %s', (cast, outcome) => expect(outcomeOf(ownVotingRule, votes(cast))).toBe(outcome))

  test('another rule decides otherwise', () => {
    const both: VotingRule = {
      closeAfter: { region: 2, anpal: 1 },
      approveWith: { region: 2, anpal: 1 },
      returnWith: 2,
    }
    expect(closingOf(both, votes('D+ A+'))).toBe('not-yet')
    expect(outcomeOf(both, votes('D+ V0 A+'))).toBe('undecided')
    expect(outcomeOf(both, votes('D+ V+ A+'))).toBe('approved')
    expect(outcomeOf(both, votes('D+ V- A+'))).toBe('undecided')
  })
})

const anyVotes = fc
  .array(fc.record({ seat: fc.constantFrom(...seats), choice: fc.constantFrom(...choices) }), { maxLength: 12 })
  .map((cast) => cast.map((vote, index) => ({ ...vote, seq: index + 1 })))

describe('whatever is voted', () => {
  test('only what a seat voted last decides', () => {
    fc.assert(
      fc.property(anyVotes, (cast) => {
        const last = countingVotes(cast)
        expect(outcomeOf(ownVotingRule, last)).toBe(outcomeOf(ownVotingRule, cast))
        expect(closingOf(ownVotingRule, last)).toBe(closingOf(ownVotingRule, cast))
      }),
    )
  })

  test('nothing is approved without either party, nor against a return', () => {
    fc.assert(
      fc.property(anyVotes, (cast) => {
        if (outcomeOf(ownVotingRule, cast) !== 'approved') return
        const last = countingVotes(cast)
        expect(new Set(last.map(({ seat }) => partyOf(seat)))).toEqual(new Set(['region', 'anpal']))
        expect(last.map(({ choice }) => choice)).not.toContain('return')
        expect(closingOf(ownVotingRule, cast)).not.toBe('not-yet')
      }),
    )
  })
})
