import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { writeDecision } from './write-decision.server'

/**
 * Takes back practice of one's own that nobody has looked at yet; it stays written, as withdrawn.
 * @returns `absent` (no such practice of one's own), `decided` (meanwhile somebody has, or it is withdrawn already)
 */
export async function withdrawPractice(
  by: Authorised<'learning.follow'>,
  entryId: string,
): Promise<Result<null, 'absent' | 'decided'>> {
  return transact(async (tx) => {
    const entry = await tx.practiceEntry.findFirst({
      where: { id: entryId, enrolment: { personId: by.actorId ?? '' } },
      select: { id: true, state: true, enrolmentId: true, enrolment: { select: { personId: true } } },
    })
    if (!entry) return refusal('absent', 'Questa voce non c’è')
    if (entry.state !== 'pending') {
      return refusal('decided', 'Questa voce non si può più ritirare: guarda qui sotto che cosa è successo')
    }
    await writeDecision(tx, by, entry, { outcome: 'withdrawn' })
    return success(null)
  })
}
