import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'

/**
 * Throws away one's own draft: nothing of it is left.
 * @returns `absent` when there is no such draft of this person
 */
export async function discardDraft(by: Authorised<'observation.write'>, id: string): Promise<Result<null, 'absent'>> {
  const { actorId } = by
  if (!actorId) return refusal('absent', 'Questa bozza non c’è')
  return transact(async (tx) => {
    const { count } = await tx.observationDraft.deleteMany({ where: { id, observerId: actorId } })
    return count === 0 ? refusal('absent', 'Questa bozza non c’è') : success(null)
  })
}
