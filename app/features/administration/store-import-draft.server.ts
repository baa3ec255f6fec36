import { createHash, randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { database, transact } from '~/platform/database/client.server'
import { readImport } from './check-import.server'

/** How long a file waits for its confirmation. */
const draftHours = 24

/**
 * Keeps an uploaded file until it is confirmed, at most a day. It belongs to the person who uploaded it.
 * @returns the draft's id; `unreadable` with what to do when the file as a whole cannot be used
 */
export async function storeImportDraft(
  by: Authorised<'people.import'>,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<string, 'unreadable'>> {
  const file = await readImport(database, bytes)
  if (!file.ok) return refusal('unreadable', file.message)
  const id = randomUUID()
  await transact(async (tx) => {
    await tx.importDraft.deleteMany({ where: { createdAt: { lte: oldest(by.now) } } })
    await tx.importDraft.create({
      data: {
        id,
        personId: by.actorId ?? 'operator',
        createdAt: by.now,
        fileName: fileName.slice(0, 200),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        content: bytes,
      },
      select: { id: true },
    })
  })
  return success(id)
}

/** Drops files that were never confirmed; for the hourly housekeeping. */
export async function deleteOldDrafts(now: Date): Promise<void> {
  await transact((tx) => tx.importDraft.deleteMany({ where: { createdAt: { lte: oldest(now) } } }))
}

/** Which draft of this person is still good: the `where` of every look at one. */
export function ownDraft(by: Authorised<'people.import'>, draftId: string) {
  return { id: draftId, personId: by.actorId ?? 'operator', createdAt: { gt: oldest(by.now) } }
}

function oldest(now: Date) {
  return new Date(now.getTime() - draftHours * 3_600_000)
}
