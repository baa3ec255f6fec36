import type { Authorised } from '~/features/auth/authorise.server'
import { database } from '~/platform/database/client.server'

/** Something that waits for a trainer: of whom, and since when. */
export type Waiting = { personId: string; since: Date }

/** Practice that people in reach have logged and nobody has decided on yet, the oldest first. */
export async function findPracticeToValidate(reached: readonly string[]): Promise<Waiting[]> {
  const rows = await database.$queryRaw<{ personId: string; createdAt: string }[]>`
    SELECT e."personId", x."createdAt" FROM json_each(${JSON.stringify(reached)}) r
    CROSS JOIN "PracticeEntry" x ON x."state" = 'pending' AND x."enrolmentId" = r.value
    CROSS JOIN "Enrolment" e ON e."id" = x."enrolmentId"
    ORDER BY x."createdAt", x."id"`
  return rows.map(({ personId, createdAt }) => ({ personId, since: new Date(createdAt) }))
}

/** What the trainer has begun and not yet signed. */
export async function countOwnDrafts(by: Authorised<'progress.train'>) {
  const me = by.actorId ?? ''
  const [observations, registers] = await Promise.all([
    database.observationDraft.count({ where: { observerId: me } }),
    database.registerDraft.count({ where: { trainerId: me } }),
  ])
  return { observations, registers }
}
