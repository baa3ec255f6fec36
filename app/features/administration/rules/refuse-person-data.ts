import type { Grant } from '~/features/auth/rules/grants'
import { type Posting, postingAgainstHome } from '~/features/territory/rules/posting'
import type { Day } from '~/lib/dates'

export type DataRefusal = 'learner-incomplete' | 'posting-against-home'

/** Why a person's data were not saved, in words for the form. */
export const dataRefusals: Record<DataRefusal, string> = {
  'learner-incomplete': 'Chi è in formazione ha bisogno di profilo e sede: scrivili, o prima chiudi quel ruolo',
  'posting-against-home':
    'Un periodo in un’altra sede non andrebbe più bene con questa sede: prima chiudi quel periodo, più sotto',
}

/**
 * Why a person cannot have this profile and home, or undefined when they can: a learner needs both, and postings
 * that hold or are to come stay within the province of the home (Allegato 1, par. 6).
 */
export function refusePersonData(
  wanted: { profile?: string; homeEntryId?: string },
  person: { grants: readonly Grant[]; postings: readonly Posting[] },
  today: Day,
): DataRefusal | undefined {
  const learns = person.grants.some((grant) => grant.role === 'learner' && stillMatters(grant, today))
  if (learns && (!wanted.profile || !wanted.homeEntryId)) return 'learner-incomplete'
  return postingAgainstHome(wanted.homeEntryId, person.postings, today) ? 'posting-against-home' : undefined
}

/** True for a role that holds today or is to come. */
export function stillMatters(grant: Pick<Grant, 'startsOn' | 'endsOn'>, today: Day): boolean {
  return grant.endsOn === undefined || (grant.endsOn >= today && grant.endsOn >= grant.startsOn)
}
