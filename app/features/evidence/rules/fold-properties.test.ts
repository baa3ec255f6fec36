import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EvidenceRow } from './evidence'
import { foldEvidence, type ModuleState } from './fold'

const at = (hour: number) => new Date(Date.UTC(2019, 11, 16, hour))
const lessons = [
  { slug: 'l1', minutes: 10 },
  { slug: 'l2', minutes: 20 },
]

describe('over any rows', () => {
  const subject = {
    lesson: ['l1', 'l2', 'altra'],
    hours: ['classroom', 'remote', 'collaborative', 'onTheJob'],
    assessment: ['a', 'b'],
    observation: ['o', 'p'],
    recognition: ['lessons', 'assessment', 'observation', 'classroom', 'onTheJob'],
  }
  const said = fc
    .constantFrom('lesson', 'hours', 'assessment', 'observation', 'recognition')
    .chain((kind) => fc.record({ kind: fc.constant(kind), subject: fc.constantFrom(...subject[kind]) }))
  const entry = fc.record({
    said,
    minutes: fc.integer({ min: 1, max: 100 }),
    /** Which standing row it corrects, if any; -1 none. */
    corrects: fc.integer({ min: -8, max: 20 }),
    isVoid: fc.boolean(),
  })
  /** Rows as the table could hold them: a correction names a row that was not corrected before, and keeps its kind. */
  const rows = fc.array(entry, { maxLength: 14 }).map((entries) => {
    const made: EvidenceRow[] = []
    for (const [index, { said: given, minutes, corrects, isVoid }] of entries.entries()) {
      const open = made.filter((row) => !made.some((other) => other.corrects === row.id))
      const target = open[corrects]
      const { kind, subject: what } = target && (isVoid || target.kind !== given.kind) ? target : given
      made.push({
        id: `r${index}`,
        kind,
        subject: what,
        minutes: kind === 'hours' || ['classroom', 'onTheJob'].includes(what) ? minutes : null,
        recordedAt: at(index),
        corrects: target?.id ?? null,
        isVoid: target ? isVoid : false,
      })
    }
    return made
  })
  const anyRequirements = fc.record({
    lessons: fc.constantFrom(lessons, lessons.slice(0, 1)),
    minutes: fc.record({
      online: fc.constantFrom(0, 45, 60),
      classroom: fc.constantFrom(0, 60),
      remote: fc.constantFrom(0, 30),
      collaborative: fc.constant(0),
      onTheJob: fc.constantFrom(0, 90),
    }),
    observation: fc.boolean(),
  })
  const counts = ({ completedAt: _, ...state }: ModuleState) => state

  test('what it adds up to does not hang on the order', () => {
    fc.assert(
      fc.property(anyRequirements, rows, fc.infiniteStream(fc.nat()), (asked, given, random) => {
        const shuffled = given
          .map((row) => [random.next().value as number, row] as const)
          .sort(([one], [other]) => one - other)
        expect(
          counts(
            foldEvidence(
              asked,
              shuffled.map(([, row]) => row),
            ),
          ),
        ).toEqual(counts(foldEvidence(asked, given)))
      }),
    )
  })

  test('more evidence never lowers anything, and leaves a date as it is', () => {
    fc.assert(
      fc.property(anyRequirements, rows, rows, (asked, given, more) => {
        const added = more
          .filter((row) => row.corrects === null)
          .map((row, index) => ({ ...row, id: `m${index}`, recordedAt: at(50 + index) }))
        const [before, after] = [foldEvidence(asked, given), foldEvidence(asked, [...given, ...added])]
        expect(after.lessonsDone).toBeGreaterThanOrEqual(before.lessonsDone)
        expect(after.minutesDone).toBeGreaterThanOrEqual(before.minutesDone)
        expect(Number(after.assessmentPassed)).toBeGreaterThanOrEqual(Number(before.assessmentPassed))
        expect(Number(after.observationMet)).toBeGreaterThanOrEqual(Number(before.observationMet))
        if (before.completedAt) expect(after.completedAt).toEqual(before.completedAt)
      }),
    )
  })

  test('a void row gives back the state without the row, date included, wherever the two stand', () => {
    fc.assert(
      fc.property(anyRequirements, rows, said, fc.nat(), fc.nat(), (asked, given, wrong, where, later) => {
        const row: EvidenceRow = { ...wrong, id: 'x', minutes: 100, recordedAt: at(70), corrects: null, isVoid: false }
        const position = where % (given.length + 1)
        const withRow = given.toSpliced(position, 0, row)
        const end = position + 1 + (later % (withRow.length - position))
        const cancelled = withRow.toSpliced(end, 0, { ...row, id: 'y', minutes: null, corrects: 'x', isVoid: true })
        expect(foldEvidence(asked, cancelled)).toEqual(foldEvidence(asked, given))
      }),
    )
  })

  test('sums hold together, and a date is that of a row', () => {
    fc.assert(
      fc.property(anyRequirements, rows, (asked, given) => {
        const state = foldEvidence(asked, given)
        expect(state.minutesDone).toBeLessThanOrEqual(state.minutesRequired)
        expect(state.lessonsDone).toBeLessThanOrEqual(state.lessonsRequired)
        const isComplete =
          state.lessonsDone === state.lessonsRequired &&
          state.minutesDone === state.minutesRequired &&
          state.assessmentPassed &&
          (state.observationMet || !asked.observation)
        expect(state.completedAt !== undefined).toBe(isComplete)
        if (state.completedAt) expect(given.map(({ recordedAt }) => recordedAt)).toContainEqual(state.completedAt)
      }),
    )
  })
})
