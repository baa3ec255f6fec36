import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { auditEnrolment, readEnrolment } from './enrolment-facts.server'

/**
 * Ends an enrolment: the person follows the plan no more. Its evidence stays, and is there again when they return.
 * @returns `absent` (no such enrolment in reach) or `already-left`
 */
export async function leaveEnrolment(
  by: Authorised<'enrolment.write'>,
  enrolmentId: string,
  reason: string,
): Promise<Result<null, 'absent' | 'already-left'>> {
  return transact(async (tx) => {
    const enrolment = await readEnrolment(tx, by, enrolmentId)
    if (!enrolment) return refusal('absent', 'L’iscrizione non c’è')
    if (enrolment.leftAt) return refusal('already-left', 'Questa persona ha già lasciato il piano')
    await tx.enrolment.update({
      where: { id: enrolmentId },
      data: { leftAt: by.now, activeKey: null },
      select: { id: true },
    })
    await tx.enrolmentEvent.create({
      data: { id: randomUUID(), enrolmentId, kind: 'left', at: by.now, byId: by.actorId, reason },
      select: { id: true },
    })
    await auditEnrolment(tx, by, 'enrolment.leave', enrolment)
    return success(null)
  })
}
