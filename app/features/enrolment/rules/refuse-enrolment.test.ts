import { describe, expect, test } from 'vitest'
import { type Candidate, refuseEnrolment, sortBatch } from './refuse-enrolment'

const version = { versionId: 'v2', profiles: ['navigator'] as const }
const person: Candidate = { active: true, learns: true, profile: 'navigator', enrolled: false, leftVersions: [] }

test.each<[string, Partial<Candidate>, string | undefined]>([
  ['a learner with a profile', {}, undefined],
  ['somebody deactivated', { active: false }, 'deactivated'],
  ['somebody who does not learn', { learns: false }, 'not-learner'],
  ['somebody without a profile', { profile: undefined }, 'no-profile'],
  ['somebody who is enrolled', { enrolled: true }, 'already'],
  ['somebody who left this version', { leftVersions: ['v1', 'v2'] }, 'left'],
  ['somebody who left an earlier one', { leftVersions: ['v1'] }, undefined],
  ['a profile without modules', { profile: 'operatore' }, 'nothing-to-follow'],
])('refuseEnrolment: %s', (_, change, reason) => {
  expect(refuseEnrolment({ ...person, ...change }, version)).toBe(reason)
})

describe('sortBatch', () => {
  test('enrols who can, and counts why it leaves the others out', () => {
    const people = [
      { ...person, id: 'a' },
      { ...person, id: 'b', enrolled: true },
      { ...person, id: 'c', leftVersions: ['v2'] },
      { ...person, id: 'd', leftVersions: ['v1'] },
      { ...person, id: 'e', profile: undefined },
      { ...person, id: 'f', profile: 'operatore' as const },
      { ...person, id: 'g', enrolled: true, leftVersions: ['v1'] },
      { ...person, id: 'h' },
    ]
    const { toEnrol, ...counts } = sortBatch(people, version)
    expect(toEnrol.map(({ id }) => id)).toEqual(['a', 'h'])
    expect(counts).toEqual({ already: 2, left: 2, withoutPlan: 2 })
  })
})
