import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import type { Action } from '~/features/auth/rules/permission-matrix'
import type { Profile } from '~/features/auth/rules/profiles'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { findModuleProgress } from './progress.queries.server'
import { requirementsOf } from './rules/requirements'

/** True when there is such an enrolment, of a person within reach. */
export async function existsEnrolment(by: Authorised<Action>, id: string): Promise<boolean> {
  const row = await database.enrolment.findUnique({
    where: { id },
    select: { person: { select: { homeEntryId: true } } },
  })
  return row !== null && reaches(by, scopeOfHome(row.person.homeEntryId))
}

/** An enrolment as who manages the plan sees it, by name; undefined when absent or out of reach. */
export async function findManagedEnrolment(by: Authorised<'enrolment.write'>, id: string) {
  const row = await database.enrolment.findUnique({
    where: { id },
    select: {
      id: true,
      personId: true,
      versionId: true,
      profile: true,
      enrolledAt: true,
      leftAt: true,
      completedAt: true,
      version: { select: { number: true } },
      person: {
        select: {
          firstName: true,
          lastName: true,
          homeEntryId: true,
          deactivatedAt: true,
          homeEntry: { select: { name: true } },
          enrolments: {
            where: { NOT: { id } },
            orderBy: { enrolledAt: 'desc' },
            select: {
              id: true,
              enrolledAt: true,
              leftAt: true,
              completedAt: true,
              version: { select: { number: true } },
            },
          },
        },
      },
      events: {
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: { id: true, kind: true, at: true, byId: true, reason: true },
      },
    },
  })
  if (!row || !reaches(by, scopeOfHome(row.person.homeEntryId))) return undefined
  const names = await findPersonNames(row.events.map(({ byId }) => byId))
  const { events, person, ...enrolment } = row
  const { enrolments: others, ...known } = person
  return {
    ...enrolment,
    profile: enrolment.profile as Profile,
    person: known,
    others,
    events: events.map(({ byId, ...event }) => ({ ...event, by: byId && (names.get(byId) ?? null) })),
  }
}

/**
 * How far an enrolment has come in each module that its profile takes: completion, lessons and hours. No test, score
 * or observation of anybody: those the plan manager sees only in aggregates (product contract, "Who sees what").
 */
export async function findManagedProgress(enrolment: { id: string; versionId: string; profile: Profile }) {
  const [plan, progress] = await Promise.all([frozenPlan(enrolment.versionId), findModuleProgress(enrolment.id)])
  const rows = new Map(progress.map((row) => [row.moduleSlug, row]))
  return plan.modules.flatMap((module) => {
    const requirements = requirementsOf(module, enrolment.profile)
    if (!requirements) return []
    const row = rows.get(module.slug)
    const { minutes } = requirements
    return {
      slug: module.slug,
      title: module.title,
      ...(module.final && { final: true as const }),
      lessonsDone: row?.lessonsDone ?? 0,
      lessonsRequired: requirements.lessons.length,
      minutesDone: row?.minutesDone ?? 0,
      minutesRequired: minutes.online + minutes.classroom + minutes.remote + minutes.collaborative + minutes.onTheJob,
      completedAt: row?.completedAt ?? null,
    }
  })
}

/** The recognitions of an enrolment, the latest first, each with the correction that took its place, if any. */
export async function findRecognitions(enrolmentId: string) {
  const rows = await database.evidence.findMany({
    where: { enrolmentId, kind: 'recognition' },
    orderBy: { seq: 'desc' },
    select: {
      id: true,
      moduleSlug: true,
      subject: true,
      minutes: true,
      occurredOn: true,
      recordedAt: true,
      recordedById: true,
      corrects: true,
      isVoid: true,
      payload: true,
    },
  })
  const names = await findPersonNames(rows.map(({ recordedById }) => recordedById))
  const corrected = new Set(rows.map(({ corrects }) => corrects))
  return rows.map(({ recordedById, payload, ...row }) => {
    const { reason, document } = JSON.parse(payload ?? '{}') as { reason?: string; document?: string }
    return {
      ...row,
      by: recordedById && (names.get(recordedById) ?? null),
      reason: reason ?? null,
      document: document ?? null,
      stands: !row.isVoid && !corrected.has(row.id),
    }
  })
}

export type Recognised = Awaited<ReturnType<typeof findRecognitions>>[number]
export type ManagedModule = Awaited<ReturnType<typeof findManagedProgress>>[number]
export type ManagedEnrolment = NonNullable<Awaited<ReturnType<typeof findManagedEnrolment>>>
