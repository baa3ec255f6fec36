import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'

/**
 * Writes what was done about a condition of the approval, and whether it is met by now; the last note says how it
 * stands. Conditions are followed up, never suspensive (product contract, chain step 2).
 *
 * @returns `absent` when the version has no such condition
 */
export function followUpCondition(
  by: Authorised<'plan.review'>,
  { versionId, conditionId, note, met }: { versionId: string; conditionId: string; note: string; met: boolean },
): Promise<Result<null, 'absent'>> {
  return transact(async (tx) => {
    const condition = await tx.planCondition.findFirst({
      where: { id: conditionId, versionId },
      select: { id: true },
    })
    if (!condition || !by.actorId) return refusal('absent', 'La condizione non c’è')
    await tx.planConditionNote.create({
      data: { id: randomUUID(), conditionId, byId: by.actorId, at: by.now, met, note },
      select: { id: true },
    })
    const { actorId, requestId } = by
    const act = { actorId, requestId, action: 'plan.condition', objectType: 'plan-version', objectId: versionId }
    await writeAudit(tx, { ...act, payload: { condition: conditionId, met } }, by.now)
    return success(null)
  })
}
