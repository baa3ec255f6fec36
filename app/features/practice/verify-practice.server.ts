import { database } from '~/platform/database/client.server'

/**
 * Compares the state of each logged practice with the last decision on it; without one it is pending.
 * @returns the id of one whose state says something else, or null
 */
export async function findUndecidedState(): Promise<string | null> {
  const [found] = await database.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "PracticeEntry" e
    WHERE e."state" <> COALESCE((
      SELECT d."outcome" FROM "PracticeDecision" d WHERE d."entryId" = e."id" ORDER BY d."at" DESC, d."rowid" DESC LIMIT 1
    ), 'pending')
    LIMIT 1`
  return found?.id ?? null
}
