import type { Mode } from '~/features/curriculum/rules/module-content'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import type { Day } from '~/lib/dates'
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

/** How far an enrolment has come, by module; a module without a row has no evidence yet. */
export async function findModuleProgress(enrolmentId: string): Promise<ModuleProgressRow[]> {
  const rows = await database.moduleProgress.findMany({
    where: { enrolmentId },
    select: {
      moduleSlug: true,
      lessonsDone: true,
      lessonsRequired: true,
      minutesDone: true,
      minutesRequired: true,
      minutesByMode: true,
      assessmentPassed: true,
      observationMet: true,
      completedAt: true,
    },
  })
  return rows.map((row) => ({ ...row, minutesByMode: JSON.parse(row.minutesByMode) as Record<Mode, number> }))
}

/**
 * The lessons that count as read, by module, each with its day; where lessons were recognised, all of the module.
 * @param enrolment with the version it pins
 */
export async function findCompletedLessons({
  id: enrolmentId,
  versionId,
}: {
  id: string
  versionId: string
}): Promise<Map<string, Map<string, Day>>> {
  const evidence = await database.evidence.findMany({
    where: { enrolmentId, kind: { in: ['lesson', 'recognition'] } },
    orderBy: { seq: 'asc' },
    select: { id: true, moduleSlug: true, kind: true, subject: true, occurredOn: true, corrects: true, isVoid: true },
  })
  const completed = new Map<string, Map<string, Day>>()
  const plan = await frozenPlan(versionId)
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
