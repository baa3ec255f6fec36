import type { Profile } from '~/features/auth/rules/profiles'
import { database } from '~/platform/database/client.server'

/** What somebody follows now; `completedAt` is the moment of the evidence that completed the plan. */
export type ActiveEnrolment = {
  id: string
  personId: string
  versionId: string
  profile: Profile
  enrolledAt: Date
  completedAt: Date | null
}

/** The one enrolment that a person follows now; null for who was never enrolled, or has left. */
export async function findActiveEnrolment(personId: string): Promise<ActiveEnrolment | null> {
  const row = await database.enrolment.findUnique({
    where: { activeKey: personId },
    select: { id: true, personId: true, versionId: true, profile: true, enrolledAt: true, completedAt: true },
  })
  return row && { ...row, profile: row.profile as Profile }
}
