import { describe, expect, test } from 'vitest'
import { type VersionFacts, versionState, versionStates } from './version-state'

const at = new Date('2019-12-05T09:00:00Z')
const decided = (outcome: string): VersionFacts => ({ id: 'v', submittedAt: at, decision: { outcome, closedAt: at } })

const cases: [(typeof versionStates)[number], VersionFacts, string | undefined][] = [
  ['draft', { id: 'v', submittedAt: null, decision: null }, undefined],
  ['draft', { id: 'v', submittedAt: null, decision: null }, 'other'],
  ['in-review', { id: 'v', submittedAt: at, decision: null }, 'other'],
  ['in-force', decided('approved'), 'v'],
  ['superseded', decided('approved'), 'other'],
  ['returned', decided('returned'), 'other'],
  ['undecided', decided('undecided'), undefined],
]

describe('the state of a version follows from what is stored', () => {
  test.each(cases)('%s', (state, version, inForceId) => {
    expect(versionState(version, inForceId)).toBe(state)
  })

  test('each state is reached', () => {
    expect(new Set(cases.map(([state]) => state))).toEqual(new Set(versionStates))
  })
})
