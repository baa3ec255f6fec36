import { heldOn } from '~/features/auth/people-where.server'
import type { Profile } from '~/features/auth/rules/profiles'
import type { Day } from '~/lib/dates'
import type { Prisma, Reader, Transaction } from '~/platform/database/client.server'
import type { Candidate } from './rules/refuse-enrolment'

/** A person as the rules of enrolment see them. */
export type KnownCandidate = Candidate & { id: string; homeEntryId: string | null }

/** The people of a `where`, as the rules of enrolment see them on a day. */
export async function readCandidates(
  tx: Pick<Transaction, 'person' | 'enrolment'> | Pick<Reader, 'person' | 'enrolment'>,
  where: Prisma.PersonWhereInput,
  today: Day,
): Promise<KnownCandidate[]> {
  const people = await tx.person.findMany({
    where,
    orderBy: [{ surnameKey: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      profile: true,
      homeEntryId: true,
      deactivatedAt: true,
      roles: { where: { role: 'learner', ...heldOn(today) }, select: { id: true } },
    },
  })
  const enrolments = await tx.enrolment.findMany({
    where: { person: where },
    select: { personId: true, versionId: true, activeKey: true },
  })
  const enrolled = new Set(enrolments.flatMap(({ activeKey }) => activeKey ?? []))
  const left = new Map<string, string[]>()
  for (const { personId, versionId, activeKey } of enrolments) {
    if (activeKey === null) left.set(personId, [...(left.get(personId) ?? []), versionId])
  }
  return people.map(({ id, profile, homeEntryId, deactivatedAt, roles }) => ({
    id,
    homeEntryId,
    profile: (profile as Profile | null) ?? undefined,
    active: deactivatedAt === null,
    learns: roles.length > 0,
    enrolled: enrolled.has(id),
    leftVersions: left.get(id) ?? [],
  }))
}
