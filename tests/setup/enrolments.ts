import type { Profile } from '~/features/auth/rules/profiles'
import { enrolPerson } from '~/features/enrolment/enrol-person.server'
import { findActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import { authority, makePerson } from './people'

/**
 * A learner enrolled by the product's own command, as a plan manager of the whole region does it. The version must be
 * the one in force.
 * @returns the enrolment, the person, and the authority with which the person follows their own plan
 */
export async function enrol({
  versionId,
  profile = 'navigator',
  homeEntryId,
  at = new Date(),
}: {
  versionId: string
  profile?: Profile
  /** Needs the territory to be loaded. */
  homeEntryId?: string
  at?: Date
}) {
  const person = await makePerson({ profile, homeEntryId, roles: [{ role: 'learner' }] })
  const enrolled = await enrolPerson(authority('enrolment.write', {}, at), person.id)
  if (!enrolled.ok) throw new Error(enrolled.message)
  const enrolment = await findActiveEnrolment(person.id)
  if (enrolment?.versionId !== versionId) throw new Error(`Version ${versionId} is not in force`)
  return {
    enrolmentId: enrolled.value,
    personId: person.id,
    person,
    enrolment,
    authority: authority('learning.follow', { actorId: person.id }, at),
  }
}
