import type { Authorised } from '~/features/auth/authorise.server'
import { refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { type DraftChange, holdsChange, mergeDraft } from './rules/draft'
import type { DraftBody } from './rules/observation'

export type SavedDraft = { revision: number; at: Date }

/** What stands in a draft that somebody changed elsewhere meanwhile. */
export type StoredDraft = { revision: number; body: DraftBody }

type Saving =
  | { ok: true; value: SavedDraft }
  | { ok: false; reason: 'absent' | 'signed'; message: string }
  | { ok: false; reason: 'conflict'; message: string; stored: StoredDraft }

/**
 * Saves a change in one's own draft. A change that is there already is saved again without harm (its answer was lost on
 * the way), whatever the revision; another one only on the revision that it was made on.
 * @param revision the one that the form showed
 * @returns `absent` (no such draft of this person), `signed` (signed meanwhile), `conflict` with what stands there now
 */
export async function saveDraft(
  by: Authorised<'observation.write'>,
  { id, revision, change }: { id: string; revision: number; change: DraftChange },
): Promise<Saving> {
  const { actorId, now } = by
  return transact(async (tx): Promise<Saving> => {
    const draft = await tx.observationDraft.findUnique({
      where: { id },
      select: { observerId: true, body: true, revision: true, updatedAt: true },
    })
    if (!draft || draft.observerId !== actorId) {
      const signed = await tx.observation.findUnique({ where: { id }, select: { observerId: true } })
      if (actorId && signed?.observerId === actorId) {
        return refusal('signed', 'Questa scheda è già firmata: non si cambia più')
      }
      return refusal('absent', 'Questa bozza non c’è')
    }
    const body = JSON.parse(draft.body) as DraftBody
    if (holdsChange(body, change)) return success({ revision: draft.revision, at: draft.updatedAt })
    if (draft.revision !== revision) {
      const stored = { revision: draft.revision, body }
      const message = 'Intanto la scheda è stata cambiata in un’altra finestra: non abbiamo salvato nulla'
      return { ...refusal('conflict', message), stored }
    }
    const data = { body: JSON.stringify(mergeDraft(body, change)), revision: revision + 1, updatedAt: now }
    await tx.observationDraft.update({ where: { id }, data, select: { id: true } })
    return success({ revision: revision + 1, at: now })
  })
}
