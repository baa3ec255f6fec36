import { canonicalJson } from '~/lib/canonical-json'
import type { DraftBody, Rating } from './observation'

/** What a save changes of a draft: a key that is there with nothing takes away what was there; one that is not there leaves it. */
export type DraftChange = { [K in Exclude<keyof DraftBody, 'ratings'>]?: DraftBody[K] | undefined } & {
  ratings?: Record<string, { rating?: Rating | undefined; note?: string | undefined }>
}

/** A draft with a change in it. */
export function mergeDraft(stored: DraftBody, change: DraftChange): DraftBody {
  const ratings: DraftChange['ratings'] = { ...stored.ratings }
  for (const [id, given] of Object.entries(change.ratings ?? {})) ratings[id] = { ...ratings[id], ...given }
  // What was taken away leaves no key behind.
  return JSON.parse(JSON.stringify({ ...stored, ...change, ratings })) as DraftBody
}

/** True when a draft already says all of a change: it was saved before, and only the answer was lost. */
export function holdsChange(stored: DraftBody, change: DraftChange): boolean {
  return canonicalJson(mergeDraft(stored, change)) === canonicalJson(mergeDraft(stored, {}))
}
