import type { Scope } from '~/features/auth/rules/grants'
import { dayOf } from '~/lib/dates'
import { database } from '~/platform/database/client.server'

/** All rows that figures are counted from, for recounting them by brute force: no figure that was stored is among them. */
export async function readRawRows() {
  const [people, postings, enrolments, evidence, observations, responses, practice, attempts, unlocks] =
    await Promise.all([
      database.person.findMany(),
      database.posting.findMany(),
      database.enrolment.findMany(),
      database.evidence.findMany({ orderBy: { seq: 'asc' } }),
      database.observation.findMany({ orderBy: { seq: 'asc' } }),
      database.observationResponse.findMany(),
      database.practiceEntry.findMany(),
      database.attempt.findMany({ orderBy: { number: 'asc' } }),
      database.assessmentUnlock.findMany(),
    ])
  return { people, postings, enrolments, evidence, observations, responses, practice, attempts, unlocks }
}

export type RawRows = Awaited<ReturnType<typeof readRawRows>>
type Person = RawRows['people'][number]

/** True when an entry lies in one of the places. */
export function isWithin(entryId: string | null, scopes: readonly Scope[]): boolean {
  return scopes.some(
    (scope) =>
      scope.kind === 'region' ||
      (scope.kind === 'province' && (entryId ?? '').startsWith(`${scope.province}.`)) ||
      (scope.kind === 'entry' && entryId === scope.entry),
  )
}

/** True when somebody belongs or works today in one of the places. */
export function worksWithin(
  { postings }: RawRows,
  person: Person,
  scopes: readonly Scope[],
  today = dayOf(new Date()),
) {
  const places = [person.homeEntryId]
  for (const { personId, entryId, startsOn, endsOn } of postings) {
    if (personId === person.id && startsOn <= today && (endsOn === null || endsOn >= today)) places.push(entryId)
  }
  return places.some((entry) => isWithin(entry, scopes))
}

/** Evidence of one module that was neither corrected nor voided. */
export function standingEvidence({ evidence }: RawRows, enrolmentId: string, moduleSlug: string) {
  return evidence.filter(
    (row) =>
      row.enrolmentId === enrolmentId &&
      row.moduleSlug === moduleSlug &&
      !row.isVoid &&
      !evidence.some(({ corrects }) => corrects === row.id),
  )
}

/** Signed observations of one module that were neither corrected nor voided, in the order of their signature. */
export function standingSigned({ observations }: RawRows, enrolmentId: string, moduleSlug: string) {
  return observations.filter(
    (row) =>
      row.enrolmentId === enrolmentId &&
      row.moduleSlug === moduleSlug &&
      !row.isVoid &&
      !observations.some(({ corrects }) => corrects === row.id),
  )
}
