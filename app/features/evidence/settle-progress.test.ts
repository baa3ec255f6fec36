import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { database } from '~/platform/database/client.server'
import { byHand } from '../../../tests/setup/by-hand'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { findModuleProgress } from './progress.queries.server'
import { RefusedEvidence } from './record-evidence.server'

const required = { online: 60, classroom: 60, remote: 0, collaborative: 0, onTheJob: 90 }
const lessons = ['lezione-1', 'lezione-2']
const slugs = ['primo', 'secondo']
let versionId = ''
beforeAll(async () => {
  const hours = { navigator: { online: 1, classroom: 1, remote: 0, collaborative: 0, onTheJob: 1.5 } }
  const observation = { required: 1, observers: 1, cutPercent: 70 }
  const modules = slugs.map((slug) => someModule({ slug, hours, observation }))
  versionId = (await makePlan({ modules })).versionId
})

type Row = {
  id: string
  kind: string
  subject: string
  minutes: number | null
  recordedAt: string
  corrects: string | null
  isVoid: number
}

/** What a module comes to, counted the long way from the rows of the file: for every moment, from nothing. */
function recount(rows: Row[]) {
  const latest = (row: Row): Row => {
    const next = rows.find((one) => one.corrects === row.id)
    return next ? latest(next) : row
  }
  const at = (moment: number) => {
    // Of every row that stands today, what had been said of it by then.
    const known = rows
      .filter((row) => latest(row) === row && !row.isVoid)
      .flatMap((standing) => {
        const before = rows
          .slice(0, moment)
          .filter((row) => latest(row) === standing && !row.isVoid)
          .filter((row) => row.kind === standing.kind && row.subject === standing.subject)
        const minutes = Math.max(0, ...before.map((row) => Math.min(row.minutes ?? 0, standing.minutes ?? 0)))
        return before.length > 0 ? [{ ...standing, minutes }] : []
      })
    const has = (kind: string, subject?: string) =>
      known.some((row) => row.kind === kind && (subject === undefined || row.subject === subject))
    const lessonsDone = has('recognition', 'lessons') ? 2 : lessons.filter((slug) => has('lesson', slug)).length
    const minutes = (mode: string) =>
      known
        .filter((row) => ['hours', 'recognition'].includes(row.kind) && row.subject === mode)
        .reduce((sum, row) => sum + row.minutes, 0)
    return {
      lessonsDone,
      classroom: minutes('classroom'),
      onTheJob: minutes('onTheJob'),
      assessmentPassed: has('assessment') || has('recognition', 'assessment'),
      observationMet: has('observation') || has('recognition', 'observation'),
    }
  }
  const complete = (moment: number) => {
    const state = at(moment)
    return (
      state.lessonsDone === 2 &&
      state.classroom >= 60 &&
      state.onTheJob >= 90 &&
      state.assessmentPassed &&
      state.observationMet
    )
  }
  const first = rows.findIndex((_, index) => complete(index + 1))
  return { ...at(rows.length), completedAt: rows[first]?.recordedAt ?? null }
}

const said = fc.oneof(
  fc.record({ kind: fc.constant('lesson' as const), subject: fc.constantFrom(...lessons) }),
  fc.record({
    kind: fc.constant('hours' as const),
    subject: fc.constantFrom('classroom', 'onTheJob'),
    minutes: fc.constantFrom(30, 60, 100),
  }),
  fc.record({ kind: fc.constant('assessment' as const), subject: fc.constantFrom('t1', 't2') }),
  fc.record({ kind: fc.constant('observation' as const), subject: fc.constantFrom('o1', 'o2') }),
  fc.record({
    kind: fc.constant('recognition' as const),
    subject: fc.constantFrom('lessons', 'assessment', 'observation'),
  }),
  fc.record({
    kind: fc.constant('recognition' as const),
    subject: fc.constantFrom('classroom', 'onTheJob'),
    minutes: fc.constantFrom(30, 60),
  }),
)
const act = fc.record({
  moduleSlug: fc.constantFrom(...slugs),
  said,
  /** Which of the rows so far it corrects; beyond their number, none. */
  corrects: fc.nat({ max: 30 }),
  isVoid: fc.boolean(),
})

test('what is settled with each row is what a recount from the raw rows gives', async () => {
  let tried = 0
  let refused = 0
  const seen = new Set<boolean>()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 24 }), async (acts) => {
      const enrolled = await enrol({ versionId })
      const { enrolmentId } = enrolled
      // The whole module done first, half of the time, so that completion is seen, taken away and given back.
      const head = acts.length % 2 ? slugs.flatMap(everything) : []
      const rows: { id: string; moduleSlug: string; kind: string; subject: string }[] = []
      for (const [index, { said: given, corrects, isVoid, moduleSlug }] of [...head, ...acts].entries()) {
        const old = rows[corrects]
        const evidence = {
          moduleSlug: old?.moduleSlug ?? moduleSlug,
          ...(old && isVoid ? { kind: old.kind as typeof given.kind, subject: old.subject } : given),
          ...(old ? { corrects: old.id, isVoid } : {}),
        }
        tried += 1
        try {
          const id = await record(enrolled, evidence, new Date(Date.now() + index * 1000))
          rows.push({ id, ...evidence })
        } catch (error) {
          if (!(error instanceof RefusedEvidence)) throw error
          refused += 1
        }
      }
      const raw = (module: string) =>
        byHand((file) =>
          file
            .prepare('SELECT * FROM Evidence WHERE enrolmentId = ? AND moduleSlug = ? ORDER BY seq')
            .all(enrolmentId, module),
        ) as Row[]
      const settled = new Map((await findModuleProgress(enrolmentId)).map((row) => [row.moduleSlug, row]))
      const completions: (number | undefined)[] = []
      for (const module of slugs) {
        const counted = recount(raw(module))
        const row = settled.get(module)
        const { classroom = 0, onTheJob = 0, online = 0 } = row?.minutesByMode ?? {}
        const completedAt = counted.completedAt === null ? undefined : new Date(counted.completedAt).getTime()
        completions.push(completedAt)
        expect({
          lessonsDone: row?.lessonsDone ?? 0,
          classroom,
          onTheJob,
          assessmentPassed: row?.assessmentPassed ?? false,
          observationMet: row?.observationMet ?? false,
          completedAt: row?.completedAt?.getTime(),
        }).toEqual({ ...counted, completedAt })
        expect(online).toBe(counted.lessonsDone * 30)
        expect(row?.minutesDone ?? 0).toBe(
          online + Math.min(classroom, required.classroom) + Math.min(onTheJob, required.onTheJob),
        )
        seen.add(completedAt !== undefined)
      }
      const all = completions.every((completedAt) => completedAt !== undefined)
      const { completedAt } = await database.enrolment.findUniqueOrThrow({
        where: { id: enrolmentId },
        select: { completedAt: true },
      })
      expect(completedAt?.getTime()).toBe(all ? Math.max(...completions.map(Number)) : undefined)
    }),
    { numRuns: 25 },
  )
  // The sequences must have shown something.
  expect(refused).toBeLessThan(tried / 2)
  expect(seen).toEqual(new Set([true, false]))
})

function everything(moduleSlug: string) {
  const none = { corrects: 99, isVoid: false, moduleSlug }
  return [
    { ...none, said: { kind: 'lesson' as const, subject: 'lezione-1' } },
    { ...none, said: { kind: 'lesson' as const, subject: 'lezione-2' } },
    { ...none, said: { kind: 'hours' as const, subject: 'classroom', minutes: 60 } },
    { ...none, said: { kind: 'hours' as const, subject: 'onTheJob', minutes: 100 } },
    { ...none, said: { kind: 'assessment' as const, subject: 't1' } },
    { ...none, said: { kind: 'observation' as const, subject: 'o1' } },
  ]
}
