import type { Mode } from '~/features/curriculum/rules/module-content'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import type { Day } from '~/lib/dates'
import { groupedBy } from '~/lib/grouped-by'
import { database } from '~/platform/database/client.server'
import { standingRows } from './rules/evidence'

/** What the evidence of an enrolment adds up to in one module: see ModuleState in rules/fold. */
export type ModuleProgressRow = {
  moduleSlug: string
  lessonsDone: number
  lessonsRequired: number
  minutesDone: number
  minutesRequired: number
  minutesByMode: Record<Mode, number>
  assessmentPassed: boolean
  observationMet: boolean
  completedAt: Date | null
}

const columns = {
  moduleSlug: true,
  lessonsDone: true,
  lessonsRequired: true,
  minutesDone: true,
  minutesRequired: true,
  minutesByMode: true,
  assessmentPassed: true,
  observationMet: true,
  completedAt: true,
} as const

/** How far an enrolment has come, by module; a module without a row has no evidence yet. */
export async function findModuleProgress(enrolmentId: string): Promise<ModuleProgressRow[]> {
  return (await findModuleProgressOf([enrolmentId])).get(enrolmentId) ?? []
}

/** The same of several enrolments in one read, by enrolment. */
export async function findModuleProgressOf(
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, ModuleProgressRow[]>> {
  const rows = await database.moduleProgress.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] } },
    select: { enrolmentId: true, ...columns },
  })
  const progress = new Map<string, ModuleProgressRow[]>()
  for (const [id, own] of groupedBy(rows, ({ enrolmentId }) => enrolmentId)) {
    progress.set(id, own.map(progressOf))
  }
  return progress
}

type StoredProgress = Omit<ModuleProgressRow, 'minutesByMode'> & { enrolmentId: string; minutesByMode: string }

function progressOf({ enrolmentId: _, minutesByMode, ...row }: StoredProgress): ModuleProgressRow {
  return { ...row, minutesByMode: JSON.parse(minutesByMode) as Record<Mode, number> }
}

/** An enrolment with the version it pins. */
type Pinned = { id: string; versionId: string }

/** The lessons of an enrolment that count as read, by module, each with its day. */
export type CompletedLessons = ReadonlyMap<string, ReadonlyMap<string, Day>>

/** The lessons that count as read, by module, each with its day; where lessons were recognised, all of the module. */
export async function findCompletedLessons(enrolment: Pinned): Promise<CompletedLessons> {
  return (await findCompletedLessonsOf([enrolment])).get(enrolment.id) ?? new Map()
}

/** The same of several enrolments in one read, by enrolment. */
export async function findCompletedLessonsOf(
  enrolments: readonly Pinned[],
): Promise<ReadonlyMap<string, CompletedLessons>> {
  const rows = await database.evidence.findMany({
    where: { enrolmentId: { in: enrolments.map(({ id }) => id) }, kind: { in: ['lesson', 'recognition'] } },
    orderBy: { seq: 'asc' },
    select: lessonColumns,
  })
  const evidence = groupedBy(rows, ({ enrolmentId }) => enrolmentId)
  return new Map(
    await Promise.all(
      enrolments.map(
        async ({ id, versionId }) =>
          [id, completedLessons(evidence.get(id) ?? [], await frozenPlan(versionId))] as const,
      ),
    ),
  )
}

const lessonColumns = {
  id: true,
  enrolmentId: true,
  moduleSlug: true,
  kind: true,
  subject: true,
  occurredOn: true,
  corrects: true,
  isVoid: true,
} as const

type LessonRow = Record<'id' | 'moduleSlug' | 'kind' | 'subject' | 'occurredOn', string> & {
  corrects: string | null
  isVoid: boolean
}

function completedLessons(evidence: readonly LessonRow[], plan: FrozenPlan) {
  const completed = new Map<string, Map<string, Day>>()
  const mark = (module: string, lesson: string, day: Day) => {
    const lessons = completed.get(module) ?? new Map<string, Day>()
    completed.set(module, lessons)
    if (!lessons.has(lesson)) lessons.set(lesson, day)
  }
  const standing = standingRows(evidence)
  for (const { kind, moduleSlug, subject, occurredOn } of standing) {
    if (kind === 'lesson') mark(moduleSlug, subject, occurredOn)
  }
  for (const { kind, moduleSlug, subject, occurredOn } of standing) {
    if (kind !== 'recognition' || subject !== 'lessons') continue
    for (const { slug } of moduleOf(plan, moduleSlug)?.lessons ?? []) mark(moduleSlug, slug, occurredOn)
  }
  return completed
}
