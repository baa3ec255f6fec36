import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, success } from '~/lib/result'
import type { PlannedEntry } from './rules/plan-document'
import { refreshPlaces } from './rules/sizing'
import { findSizingEntries } from './sizing-entries.queries.server'
import { type DraftRefusal, type SeenDraft, writeDraft } from './write-draft.server'

/**
 * Changes how many people each entry sends to training. Places are always those of the act's table; an entry that is
 * not named sends nobody, one that the table does not have falls away.
 *
 * @returns the reasons of writeDraft
 */
export async function updateSizing(
  by: Authorised<'plan.write'>,
  seen: SeenDraft,
  people: readonly Pick<PlannedEntry, 'entry' | 'navigators' | 'operators'>[],
): Promise<Result<null, DraftRefusal>> {
  const entries = await findSizingEntries()
  const planned = people.map((one) => ({ ...one, places: 0 }))
  return writeDraft(
    by,
    seen,
    (composition) => {
      const { classSize } = composition.sizing
      return success({ ...composition, sizing: refreshPlaces({ classSize, entries: planned }, entries) })
    },
    { change: 'sizing' },
  )
}
