import type { Authorised } from '~/features/auth/authorise.server'
import { resolvePermission } from '~/features/auth/rules/resolve-permission'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'

/**
 * Marks a comment as resolved, saying how: by who wrote it, or by the plan manager. Also after the decision, when what
 * it asks for is done in a later version.
 *
 * @returns `absent`, `not-yours`, `already`
 */
export function resolveComment(
  by: Authorised<'plan.review'>,
  { versionId, commentId, note }: { versionId: string; commentId: string; note: string },
): Promise<Result<null, 'absent' | 'not-yours' | 'already'>> {
  return transact(async (tx) => {
    const comment = await tx.planComment.findFirst({
      where: { id: commentId, versionId, parentId: null },
      select: { authorId: true, resolution: { select: { at: true } } },
    })
    if (!comment || !by.actorId) return refusal('absent', 'Il commento non c’è')
    const manages = resolvePermission(by.grants, 'plan.write', undefined, by.today) === 'allowed'
    if (comment.authorId !== by.actorId && !manages) {
      return refusal('not-yours', 'Un commento lo segna come risolto chi l’ha scritto, o chi gestisce il piano')
    }
    if (comment.resolution) return refusal('already', 'Il commento è già segnato come risolto')
    await tx.planCommentResolution.create({
      data: { commentId, byId: by.actorId, at: by.now, note },
      select: { commentId: true },
    })
    const { actorId, requestId } = by
    const act = { actorId, requestId, action: 'plan.comment-resolve', objectType: 'plan-version', objectId: versionId }
    await writeAudit(tx, { ...act, payload: { comment: commentId } }, by.now)
    return success(null)
  })
}
