import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { database, type Transaction, transact } from '~/platform/database/client.server'
import { frozenPlan } from './frozen-plan.server'
import { planParts } from './rules/plan-parts'

/** A comment on a part of the version, or an answer to a comment: then the part is that of the comment. */
export type NewComment = { body: string } & ({ part: string } | { answers: string })

type CommentRefusal = 'absent' | 'unknown-part' | 'closed'

/**
 * A seat or the plan manager says something about a part of a submitted version, or answers. Until the decision.
 *
 * @returns the comment's id; `absent` (version, or the comment that is answered), `unknown-part`, `closed`
 */
export async function commentOnPlan(
  by: Authorised<'plan.review'>,
  versionId: string,
  comment: NewComment,
): Promise<Result<string, CommentRefusal>> {
  const authorId = by.actorId
  const version = await database.planVersion.findUnique({ where: { id: versionId }, select: { submittedAt: true } })
  if (!authorId || !version?.submittedAt) return refusal('absent', 'La versione non c’è')
  if ('part' in comment) {
    const groups = planParts(await frozenPlan(versionId))
    if (!groups.some(({ parts }) => parts.some(({ path }) => path === comment.part))) {
      return refusal('unknown-part', 'Scegli una parte dell’elenco')
    }
  }
  return transact(async (tx) => {
    const place = 'part' in comment ? { part: comment.part, parentId: null } : await readParent(tx, versionId, comment)
    if (!place) return refusal('absent', 'Il commento a cui rispondi non c’è')
    const decided = await tx.planDecision.count({ where: { versionId } })
    if (decided > 0) return refusal('closed', 'La versione è stata decisa: i commenti sono chiusi')
    const id = randomUUID()
    await tx.planComment.create({
      data: { id, versionId, ...place, authorId, body: comment.body, createdAt: by.now },
      select: { id: true },
    })
    const { requestId } = by
    const act = {
      actorId: authorId,
      requestId,
      action: 'plan.comment',
      objectType: 'plan-version',
      objectId: versionId,
    }
    await writeAudit(tx, { ...act, payload: { comment: id, part: place.part, answers: place.parentId } }, by.now)
    return success(id)
  })
}

/** Answers hang on the comment that opened the thread, never on one another. */
async function readParent(tx: Transaction, versionId: string, { answers }: { answers: string }) {
  const parent = await tx.planComment.findFirst({
    where: { id: answers, versionId, parentId: null },
    select: { id: true, part: true },
  })
  return parent && { part: parent.part, parentId: parent.id }
}
