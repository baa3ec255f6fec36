import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { findManagedProgress } from '~/features/evidence/managed-enrolment.queries.server'
import { standingRows } from '~/features/evidence/rules/evidence'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import type { Day } from '~/lib/dates'
import { database } from '~/platform/database/client.server'

/** A record behind a figure: a lesson read, hours of a mode, or earlier ones that were recognised. */
export type EvidenceLine = {
  id: string
  moduleSlug: string
  kind: 'lesson' | 'hours' | 'recognition'
  /** The title of the lesson, the mode, or what was recognised. */
  subject: string
  minutes: number | null
  occurredOn: Day
  by: string | null
}

/**
 * The records behind somebody's completion: lessons and hours, each with its day and who recorded it. Nothing of
 * tests and observations: of those the Cabina and the plan manager see aggregates alone.
 * @returns null for an enrolment that is absent, out of reach or left
 */
export async function findPersonRecord(by: Authorised<'progress.read'>, enrolmentId: string) {
  const enrolment = await database.enrolment.findUnique({
    where: { id: enrolmentId },
    select: {
      id: true,
      versionId: true,
      profile: true,
      activeKey: true,
      enrolledAt: true,
      completedOn: true,
      version: { select: { number: true } },
      person: {
        select: {
          id: true,
          firstName: true,
          lastName: true,
          homeEntryId: true,
          homeEntry: { select: { name: true } },
        },
      },
    },
  })
  if (!enrolment?.activeKey || !reaches(by, scopeOfHome(enrolment.person.homeEntryId))) return null
  const profile = enrolment.profile as Profile
  const [modules, lines, plan] = await Promise.all([
    findManagedProgress({ id: enrolment.id, versionId: enrolment.versionId, profile }),
    findLines(enrolment.id),
    frozenPlan(enrolment.versionId),
  ])
  const lessonTitle = (line: EvidenceLine) =>
    moduleOf(plan, line.moduleSlug)?.lessons.find(({ slug }) => slug === line.subject)?.title ?? line.subject
  const told = lines.map((line) => (line.kind === 'lesson' ? { ...line, subject: lessonTitle(line) } : line))
  return { ...enrolment, profile, modules, lines: told }
}

async function findLines(enrolmentId: string): Promise<EvidenceLine[]> {
  const rows = await database.evidence.findMany({
    where: { enrolmentId, kind: { in: ['lesson', 'hours', 'recognition'] } },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      moduleSlug: true,
      kind: true,
      subject: true,
      minutes: true,
      occurredOn: true,
      recordedById: true,
      corrects: true,
      isVoid: true,
    },
  })
  const told = standingRows(rows).filter(
    ({ kind, subject }) => kind !== 'recognition' || (subject !== 'assessment' && subject !== 'observation'),
  )
  const names = await findPersonNames(told.map(({ recordedById }) => recordedById))
  return told.map(({ recordedById, corrects: _, isVoid: __, ...row }) => ({
    ...row,
    kind: row.kind as EvidenceLine['kind'],
    by: (recordedById && names.get(recordedById)) ?? null,
  }))
}
