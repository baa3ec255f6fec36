import { provinceOfEntry } from '~/features/auth/grants-from-rows'
import { overlaps } from '~/features/auth/rules/grants'
import type { Day } from '~/lib/dates'

/** A dated period of work at another entry; no end = until further notice. Both days are included. */
export type Posting = { entryId: string; startsOn: Day; endsOn?: Day }

export type PostingRefusal = 'no-home' | 'home-entry' | 'other-province' | 'ends-before-start' | 'overlap'

/** A period withdrawn before it began is kept, ending on the day before its start: it never held. */
export function neverHeld(period: { startsOn: Day; endsOn?: Day }): boolean {
  return period.endsOn !== undefined && period.endsOn < period.startsOn
}

/**
 * Why a person cannot be posted there, or undefined when they can. "Il Navigator sarà impiegato anche in altri
 * centri per l'impiego o sedi distaccate, ivi incluso il collocamento mirato disabili della stessa provincia"
 * (D.g.r. XI/1981, Allegato 1, par. 6).
 *
 * @param homeEntryId where the person belongs; somebody who belongs nowhere cannot be posted elsewhere
 * @param others the person's other postings, ended ones included
 */
export function refusePosting(
  wanted: Posting,
  homeEntryId: string | undefined,
  others: readonly Posting[],
): PostingRefusal | undefined {
  if (homeEntryId === undefined) return 'no-home'
  if (wanted.entryId === homeEntryId) return 'home-entry'
  if (provinceOfEntry(wanted.entryId) !== provinceOfEntry(homeEntryId)) return 'other-province'
  if (wanted.endsOn !== undefined && wanted.endsOn < wanted.startsOn) return 'ends-before-start'
  if (others.some((other) => !neverHeld(other) && overlaps(wanted, other))) return 'overlap'
  return undefined
}

/**
 * The posting that a new home would contradict, if any: one that still holds or is to come, and that would lie
 * in another province or at the new home itself (same source as refusePosting).
 */
export function postingAgainstHome<P extends Posting>(
  newHomeEntryId: string | undefined,
  postings: readonly P[],
  today: Day,
): P | undefined {
  return postings
    .filter((posting) => !neverHeld(posting) && (posting.endsOn === undefined || posting.endsOn >= today))
    .find((posting) => {
      const refusal = refusePosting(posting, newHomeEntryId, [])
      return refusal !== undefined && refusal !== 'ends-before-start'
    })
}

/** Where a person works on a day: at the entry of the posting that covers it, else at home. */
export function entryOn(person: { homeEntryId?: string; postings: readonly Posting[] }, day: Day): string | undefined {
  const posting = person.postings.find((one) => one.startsOn <= day && (one.endsOn === undefined || day <= one.endsOn))
  return posting?.entryId ?? person.homeEntryId
}
