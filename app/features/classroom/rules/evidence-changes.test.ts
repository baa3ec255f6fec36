import { expect, test } from 'vitest'
import { type EvidenceChange, evidenceChanges } from './evidence-changes'

const session = { moduleSlug: 'primo', mode: 'classroom', heldOn: '2026-03-02' }
const had = (minutes: number) => [{ enrolmentId: 'e1', minutes, evidenceId: minutes > 0 ? 'v1' : null }]
const has = (minutes: number) => [{ enrolmentId: 'e1', minutes }]

test.each<[string, Partial<typeof session>, number | null, number | null, EvidenceChange | undefined]>([
  ['there for the first time', {}, null, 120, { act: 'record', minutes: 120 }],
  ['absent for the first time', {}, null, 0, { act: 'none' }],
  ['as before', {}, 120, 120, { act: 'keep', evidenceId: 'v1' }],
  ['absent as before', {}, 0, 0, { act: 'none' }],
  ['other minutes', {}, 120, 90, { act: 'correct', evidenceId: 'v1', minutes: 90 }],
  ['absent after all', {}, 120, 0, { act: 'void', evidenceId: 'v1' }],
  ['there after all', {}, 0, 120, { act: 'record', minutes: 120 }],
  ['taken out', {}, 120, null, { act: 'void', evidenceId: 'v1' }],
  ['taken out, who was absent', {}, 0, null, undefined],
  ['another mode', { mode: 'remote' }, 120, 120, { act: 'correct', evidenceId: 'v1', minutes: 120 }],
  ['another day', { heldOn: '2026-03-01' }, 120, 120, { act: 'correct', evidenceId: 'v1', minutes: 120 }],
  ['another module', { moduleSlug: 'secondo' }, 120, 120, { act: 'replace', evidenceId: 'v1', minutes: 120 }],
  ['another module, absent', { moduleSlug: 'secondo' }, 120, 0, { act: 'void', evidenceId: 'v1' }],
])('%s', (_, change, before, now, expected) => {
  const old = { session, rows: before === null ? [] : had(before) }
  const changes = evidenceChanges({ ...session, ...change }, now === null ? [] : has(now), old)
  expect(changes.get('e1')).toEqual(expected)
})

test('a register that takes nobody’s place records whoever was there', () => {
  const rows = [
    { enrolmentId: 'e1', minutes: 120 },
    { enrolmentId: 'e2', minutes: 0 },
  ]
  expect(evidenceChanges(session, rows)).toEqual(
    new Map([
      ['e1', { act: 'record', minutes: 120 }],
      ['e2', { act: 'none' }],
    ]),
  )
})
