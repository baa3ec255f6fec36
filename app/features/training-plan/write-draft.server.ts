import type { Authorised } from '~/features/auth/authorise.server'
import { canonicalJson } from '~/lib/canonical-json'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { type Transaction, transact } from '~/platform/database/client.server'
import type { Composition } from './rules/plan-document'

/** A draft as somebody saw it when they decided to change it. */
export type SeenDraft = { versionId: string; revision: number }

export type DraftRefusal = 'absent' | 'submitted' | 'conflict'

/**
 * Changes the composition of a draft, records who did as one of its authors, and makes its revision grow. Nothing is
 * written when nothing changes.
 *
 * @param change from what stands there to what shall; its refusal is handed on
 * @param payload what the audit log says of it
 * @returns `absent`, `submitted` (it is frozen), `conflict` (its revision is another one by now), or a reason of `change`
 */
export function writeDraft<Reason extends string>(
  by: Authorised<'plan.write'>,
  seen: SeenDraft,
  change: (composition: Composition) => Result<Composition, Reason>,
  payload: Record<string, unknown>,
): Promise<Result<null, DraftRefusal | Reason>> {
  return transact(async (tx) => {
    const draft = await readDraft(tx, seen)
    if (!draft.ok) return draft
    const { number, composition } = draft.value
    const changed = change(JSON.parse(composition) as Composition)
    if (!changed.ok) return changed
    const wanted = canonicalJson(changed.value)
    if (wanted === composition) return success(null)
    await tx.planVersion.update({
      where: { id: seen.versionId },
      data: { composition: wanted, revision: { increment: 1 } },
      select: { id: true },
    })
    await addAuthor(tx, by, seen.versionId)
    await auditVersion(tx, by, 'plan.update', seen.versionId, { number, revision: seen.revision + 1, ...payload })
    return success(null)
  })
}

/** A draft that is still as it was seen, or the reason why it is not. */
export async function readDraft(
  tx: Transaction,
  { versionId, revision }: SeenDraft,
): Promise<Result<{ number: number; composition: string }, DraftRefusal>> {
  const version = await tx.planVersion.findUnique({
    where: { id: versionId },
    select: { number: true, composition: true, revision: true, submittedAt: true },
  })
  if (!version) return refusal('absent', 'La versione non c’è')
  if (version.submittedAt) return refusal('submitted', 'Questa versione è stata presentata: non si cambia più')
  if (version.revision !== revision) {
    return refusal('conflict', 'Intanto qualcun altro ha cambiato questa bozza: confronta e salva di nuovo')
  }
  return success({ number: version.number, composition: version.composition })
}

/** Whoever creates or edits a version is one of its authors, and does not vote on it. */
export async function addAuthor(tx: Transaction, by: { actorId: string | null; now: Date }, versionId: string) {
  if (!by.actorId) return
  const author = { versionId, personId: by.actorId }
  const known = await tx.planAuthor.findUnique({ where: { versionId_personId: author }, select: { personId: true } })
  if (!known) await tx.planAuthor.create({ data: { ...author, firstAt: by.now }, select: { personId: true } })
}

/** The audit row of an act on a version. */
export function auditVersion(
  tx: Transaction,
  { actorId, requestId, now }: Authorised<'plan.write'>,
  action: 'plan.create' | 'plan.update' | 'plan.discard' | 'plan.submit',
  versionId: string,
  payload: Record<string, unknown>,
) {
  return writeAudit(tx, { actorId, requestId, action, objectType: 'plan-version', objectId: versionId, payload }, now)
}
