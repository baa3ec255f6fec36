import { transact } from '~/platform/database/client.server'

/** An answer as it is stored; `answer` is null when only the mark changes. */
type StoredAnswer = { attemptId: string; position: number; answer: string | null; flagged: boolean; at: Date }
type Waiting = { stored: StoredAnswer; resolve: (written: boolean) => void; reject: (error: unknown) => void }

const waiting: Waiting[] = []
let writing = false

/**
 * Writes one answer of an open attempt. Those that arrive while others are being written share the next transaction,
 * and with it one wait for the disk: each is answered only when it is there. When a transaction fails, none of those
 * in it is written, and each is told so.
 * @returns false when the attempt is closed: then nothing was written
 */
export function writeAnswer(stored: StoredAnswer): Promise<boolean> {
  return new Promise((resolve, reject) => {
    waiting.push({ stored, resolve, reject })
    if (!writing) void writeWaiting()
  })
}

async function writeWaiting() {
  writing = true
  while (waiting.length > 0) {
    // What has arrived meanwhile is read before the transaction begins, which then holds the thread.
    await new Promise((resolve) => setImmediate(resolve))
    await writeTogether(waiting.splice(0))
  }
  writing = false
}

async function writeTogether(all: readonly Waiting[]) {
  try {
    const counts = await transact(async (tx) => {
      const written: number[] = []
      for (const { stored } of all) {
        const { attemptId, position, answer, flagged, at } = stored
        written.push(
          await tx.$executeRaw`
            UPDATE "AttemptQuestion" SET "answer" = coalesce(${answer}, "answer"), "flagged" = ${flagged},
              "answeredAt" = CASE WHEN ${answer} IS NULL THEN "answeredAt" ELSE ${at} END
            WHERE "attemptId" = ${attemptId} AND "position" = ${position}
              AND EXISTS (SELECT 1 FROM "Attempt" WHERE "id" = ${attemptId} AND "submittedAt" IS NULL)`,
        )
      }
      return written
    })
    for (const [index, { resolve }] of all.entries()) resolve(counts[index] === 1)
  } catch (error) {
    for (const { reject } of all) reject(error)
  }
}
