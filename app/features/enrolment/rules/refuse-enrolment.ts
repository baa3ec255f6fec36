import type { Profile } from '~/features/auth/rules/profiles'

/** Somebody who might follow a plan. */
export type Candidate = {
  active: boolean
  /** Holds the role of a learner today. */
  learns: boolean
  profile: Profile | undefined
  /** Follows a version now. */
  enrolled: boolean
  /** The versions that they followed and left. */
  leftVersions: readonly string[]
}

/** A version that serves new enrolments, and the profiles that take at least one of its modules. */
export type OpenVersion = { versionId: string; profiles: readonly Profile[] }

export type EnrolmentRefusal = 'deactivated' | 'not-learner' | 'no-profile' | 'already' | 'left' | 'nothing-to-follow'

/** Why a person was not enrolled, in words for the page. */
export const enrolmentRefusals: Record<EnrolmentRefusal, string> = {
  deactivated: 'Questa persona è disattivata: prima chi amministra la riattiva',
  'not-learner': 'Questa persona oggi non ha il ruolo di chi è in formazione: prima chi amministra glielo dà',
  'no-profile': 'Questa persona non ha un profilo: prima chi amministra lo scrive nei suoi dati',
  already: 'Questa persona segue già il piano: apri la sua iscrizione',
  left: 'Questa persona ha lasciato questa versione del piano: apri la sua iscrizione e falla rientrare',
  'nothing-to-follow': 'In questa versione non c’è nessun modulo per il suo profilo',
}

/**
 * Why this person cannot be enrolled in this version, or undefined when they can. Who left a version comes back to it
 * with the evidence of then, and is not enrolled in it twice; a later version takes them as anybody.
 */
export function refuseEnrolment(person: Candidate, version: OpenVersion): EnrolmentRefusal | undefined {
  if (!person.active) return 'deactivated'
  if (!person.learns) return 'not-learner'
  if (!person.profile) return 'no-profile'
  if (person.enrolled) return 'already'
  if (person.leftVersions.includes(version.versionId)) return 'left'
  return version.profiles.includes(person.profile) ? undefined : 'nothing-to-follow'
}

/** How a batch falls apart: whom to enrol, and why the others are left out. */
export type Batch<Person> = {
  toEnrol: (Person & { profile: Profile })[]
  already: number
  /** Left some version: they come back one by one, when somebody decides so. */
  left: number
  /** Without a profile, or with one for which the version has no module. */
  withoutPlan: number
}

/** Sorts the learners of a place into those whom a batch enrols and those whom it leaves out. */
export function sortBatch<Person extends Candidate>(people: readonly Person[], version: OpenVersion): Batch<Person> {
  const batch: Batch<Person> = { toEnrol: [], already: 0, left: 0, withoutPlan: 0 }
  for (const person of people) {
    const { profile } = person
    const refused = refuseEnrolment(person, version)
    if (refused === 'already') batch.already += 1
    else if (person.leftVersions.length > 0) batch.left += 1
    else if (refused || !profile) batch.withoutPlan += 1
    else batch.toEnrol.push({ ...person, profile })
  }
  return batch
}
