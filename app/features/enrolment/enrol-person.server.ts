import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { readCandidates } from './candidates.server'
import { findOpenVersion } from './open-version.server'
import { type EnrolmentRefusal, enrolmentRefusals, refuseEnrolment } from './rules/refuse-enrolment'
import { writeEnrolments } from './write-enrolments.server'

/** What to say while no version was approved yet. */
export const noPlan = refusal(
  'no-plan',
  'Nessuna versione del piano è in vigore: prima la Cabina di Regia ne approva una',
)

/**
 * Enrols one person in the version in force, by their profile of today. The enrolment pins that version: a later one
 * does not change it; nor does it end when the person loses the role of a learner, is deactivated or moves to another
 * entry (the page of the plan then stays closed to them, and what they did stays theirs).
 * @returns the enrolment's id; `absent` (no such person in reach), `no-plan`, or a reason of refuseEnrolment
 */
export async function enrolPerson(
  by: Authorised<'enrolment.write'>,
  personId: string,
): Promise<Result<string, 'absent' | 'no-plan' | EnrolmentRefusal>> {
  return transact(async (tx) => {
    const [person] = await readCandidates(tx, { id: personId }, by.today)
    if (!person || !reaches(by, scopeOfHome(person.homeEntryId))) return refusal('absent', 'La persona non c’è')
    const version = await findOpenVersion(tx)
    if (!version) return noPlan
    const refused = refuseEnrolment(person, version)
    if (refused) return refusal(refused, enrolmentRefusals[refused])
    const { profile } = person
    if (!profile) return refusal('no-profile', enrolmentRefusals['no-profile'])
    const [id = ''] = await writeEnrolments(tx, by, version.versionId, [{ id: personId, profile }])
    return success(id)
  })
}
