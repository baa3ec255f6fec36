import type { Authorised } from '~/features/auth/authorise.server'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import { findActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import { findModuleProgress } from '~/features/evidence/progress.queries.server'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { trainedBy } from './rules/trained-by'
import { showEntry, shownColumns, taskTitle } from './shown-practice.server'

const pageSize = 50

/** A module of one's plan with hours on the job: minutes asked for, recorded, still waiting, and what it trains. */
export type PracticeModule = {
  slug: string
  title: string
  required: number
  done: number
  pending: number
  tasks: { id: string; title: string }[]
}

/** The modules of one's plan that ask for hours on the job; null without a plan to follow. */
export async function findPracticeModules(by: Authorised<'learning.follow'>): Promise<PracticeModule[] | null> {
  const enrolment = await findActiveEnrolment(by.actorId ?? '')
  if (!enrolment) return null
  const [plan, progress, waiting] = await Promise.all([
    frozenPlan(enrolment.versionId),
    findModuleProgress(enrolment.id),
    database.practiceEntry.groupBy({
      by: ['moduleSlug'],
      where: { enrolmentId: enrolment.id, state: 'pending' },
      _sum: { minutes: true },
    }),
  ])
  const done = new Map(progress.map((row) => [row.moduleSlug, row.minutesByMode.onTheJob]))
  const pending = new Map(waiting.map((row) => [row.moduleSlug, row._sum.minutes ?? 0]))
  return plan.modules.flatMap((module) => {
    const required = requirementsOf(module, enrolment.profile)?.minutes.onTheJob
    if (!required) return []
    const { slug, title } = module
    const tasks = trainedBy(module, enrolment.profile).map((id) => ({ id, title: taskTitle(id) }))
    return [{ slug, title, required, done: done.get(slug) ?? 0, pending: pending.get(slug) ?? 0, tasks }]
  })
}

/** A page of one's own practice, the day done last first, each with the last decision and who took it. */
export async function findOwnPractice(by: Authorised<'learning.follow'>, page: number) {
  const rows = await database.practiceEntry.findMany({
    where: { enrolment: { personId: by.actorId ?? '' } },
    orderBy: [{ heldOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * pageSize,
    take: pageSize + 1,
    select: {
      ...shownColumns,
      enrolment: { select: { versionId: true } },
      decisions: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { byId: true, at: true, reason: true, outcome: true },
      },
    },
  })
  const shown = rows.slice(0, pageSize)
  const names = await findPersonNames(shown.map(({ decisions }) => decisions[0]?.byId))
  const entries = await Promise.all(
    shown.map(async ({ enrolment, decisions: [decision], ...row }) => ({
      ...(await showEntry(row, enrolment)),
      decision: decision && {
        at: decision.at,
        reason: decision.reason,
        by: decision.byId === by.actorId ? null : (names.get(decision.byId) ?? null),
      },
    })),
  )
  return { entries, more: rows.length > pageSize }
}

export type OwnPractice = Awaited<ReturnType<typeof findOwnPractice>>['entries'][number]
