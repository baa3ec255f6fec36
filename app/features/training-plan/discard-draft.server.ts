import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { auditVersion, type DraftRefusal, readDraft, type SeenDraft } from './write-draft.server'

/**
 * Throws a draft away, with the list of its authors. A submitted version stays for good.
 * @returns the reasons of readDraft
 */
export function discardDraft(by: Authorised<'plan.write'>, seen: SeenDraft): Promise<Result<null, DraftRefusal>> {
  return transact(async (tx) => {
    const draft = await readDraft(tx, seen)
    if (!draft.ok) return draft
    await tx.planVersion.delete({ where: { id: seen.versionId }, select: { id: true } })
    await auditVersion(tx, by, 'plan.discard', seen.versionId, { number: draft.value.number })
    return success(null)
  })
}
