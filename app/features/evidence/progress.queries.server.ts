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

/** The lessons that count as read, by module, each with its day; where lessons were recognised, all of the module. */
export async function findCompletedLessons(enrolmentId: string): Promise<Map<string, Map<string, Day>>> {
  const enrolment = await database.enrolment.findUnique({
    where: { id: enrolmentId },
    select: {
      versionId: true,
      evidence: {
        where: { OR: [{ kind: 'lesson' }, { kind: 'recognition' }] },
        orderBy: { seq: 'asc' },
        select: {
          id: true,
          moduleSlug: true,
          kind: true,
          subject: true,
          occurredOn: true,
          corrects: true,
          isVoid: true,
        },
      },
    },
  })
  const completed = new Map<string, Map<string, Day>>()
  if (!enrolment) return completed
  const plan = await frozenPlan(enrolment.versionId)
  const mark = (module: string, lesson: string, day: Day) => {
    const lessons = completed.get(module) ?? new Map<string, Day>()
    completed.set(module, lessons)
    if (!lessons.has(lesson)) lessons.set(lesson, day)
  }
  const standing = standingRows(enrolment.evidence)
  for (const { kind, moduleSlug, subject, occurredOn } of standing) {
    if (kind === 'lesson') mark(moduleSlug, subject, occurredOn)
  }
  for (const { kind, moduleSlug, subject, occurredOn } of standing) {
    if (kind !== 'recognition' || subject !== 'lessons') continue
    for (const { slug } of moduleOf(plan, moduleSlug)?.lessons ?? []) mark(moduleSlug, slug, occurredOn)
  }
  return completed
}
