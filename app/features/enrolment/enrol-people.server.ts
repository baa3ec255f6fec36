import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { heldOn } from '~/features/auth/people-where.server'
import type { Scope } from '~/features/auth/rules/grants'
import type { Profile } from '~/features/auth/rules/profiles'
import { findEntries, findProvinces } from '~/features/territory/territory.queries.server'
import { homeWithin } from '~/features/territory/within-reach.server'
import { type Result, refusal, success } from '~/lib/result'
import { database, type Prisma, transact } from '~/platform/database/client.server'
import { readCandidates } from './candidates.server'
import { noPlan } from './enrol-person.server'
import { findOpenVersion } from './open-version.server'
import { type Batch, sortBatch } from './rules/refuse-enrolment'
import { writeEnrolments } from './write-enrolments.server'

const timeoutMs = 120_000
const absent = refusal('absent', 'Scegli una sede o una provincia dell’elenco')

/** The active learners of an entry or of a province; without a profile, all of them. */
export type BatchChoice = { place: Exclude<Scope, { kind: 'region' }>; profile?: Profile }

/** What a batch does, or would do, in people. */
export type BatchCounts = { toEnrol: number; already: number; left: number; withoutPlan: number }

/**
 * What enrolling the learners of a place would do now: the numbers that the page says before it is done.
 * @returns the counts and the version that would be pinned; `absent` (no such place in reach), `no-plan`
 */
export async function previewBatch(
  by: Authorised<'enrolment.write'>,
  choice: BatchChoice,
): Promise<Result<BatchCounts & { versionId: string; number: number }, 'absent' | 'no-plan'>> {
  if (!(await isInReach(by, choice))) return absent
  const version = await findOpenVersion()
  if (!version) return noPlan
  const people = await readCandidates(database, learnersOf(by, choice), by.today)
  const { versionId, number } = version
  return success({ ...countsOf(sortBatch(people, version)), versionId, number })
}

/**
 * Enrols the active learners of an entry or of a province in the version in force, all in one transaction. Left out
 * are those who follow a version already, those who left one (they come back one by one), those without a profile or
 * with one for which the version has no module.
 *
 * @param versionId the version that was in force when the numbers were shown
 * @returns the counts; `absent` (no such place in reach), `no-plan`, `plan-changed` (another version came into force)
 */
export async function enrolPeople(
  by: Authorised<'enrolment.write'>,
  choice: BatchChoice,
  versionId: string,
): Promise<Result<BatchCounts, 'absent' | 'no-plan' | 'plan-changed'>> {
  if (!(await isInReach(by, choice))) return absent
  return transact(
    async (tx) => {
      const version = await findOpenVersion(tx)
      if (!version) return noPlan
      if (version.versionId !== versionId) {
        return refusal(
          'plan-changed',
          'Intanto è entrata in vigore un’altra versione del piano: guarda di nuovo i numeri',
        )
      }
      const batch = sortBatch(await readCandidates(tx, learnersOf(by, choice), by.today), version)
      await writeEnrolments(tx, by, versionId, batch.toEnrol)
      return success(countsOf(batch))
    },
    { timeoutMs },
  )
}

async function isInReach(by: Authorised<'enrolment.write'>, { place }: BatchChoice) {
  const known =
    place.kind === 'entry'
      ? (await findEntries()).some(({ id }) => id === place.entry)
      : (await findProvinces()).some(({ code }) => code === place.province)
  return known && reaches(by, place)
}

function learnersOf(by: Authorised<'enrolment.write'>, { place, profile }: BatchChoice): Prisma.PersonWhereInput {
  return {
    AND: [
      homeWithin(place),
      { deactivatedAt: null, roles: { some: { role: 'learner', ...heldOn(by.today) } } },
      profile ? { profile } : {},
    ],
  }
}

function countsOf({ toEnrol, already, left, withoutPlan }: Batch<unknown>): BatchCounts {
  return { toEnrol: toEnrol.length, already, left, withoutPlan }
}
