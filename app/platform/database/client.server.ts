import { Prisma, PrismaClient } from '../../../prisma/generated/client'
import { environment } from '../environment.server'
import { logger } from '../logger.server'
import { DurableSqlite } from './durable-sqlite.server'

const slowQueryMs = 20

export type { Prisma }

/** A piece of SQL to be put into another. */
export const sql = Prisma.sql

/** A client inside a transaction: what a command hands to the functions that write. */
export type Transaction = Prisma.TransactionClient

type Reads =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy'
type ModelName = Uncapitalize<Prisma.ModelName>

/** The database as queries see it: it has no method that writes. */
export type Reader = { [M in ModelName]: Pick<PrismaClient[M], Reads & keyof PrismaClient[M]> } & Pick<
  PrismaClient,
  '$queryRaw'
>

function open(role: 'reader' | 'writer') {
  const client = new PrismaClient({
    adapter: new DurableSqlite(environment.DATABASE_URL, role),
    log: [{ emit: 'event', level: 'query' }],
    // Bursts queue behind one another (SQLite has one writer); waiting is better than failing.
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  })
  client.$on('query', (event) => {
    if (event.duration > slowQueryMs) logger.warn({ ms: event.duration, sql: event.query }, 'slow query')
  })
  return client
}

const readerClient = open('reader')
const writerClient = open('writer')

/** Reads what is committed. */
export const database: Reader = readerClient

/**
 * Runs `work` in the one transaction of a command: everything in it stands together, or none of it.
 * Transactions run one after another; `work` must not wait for anything but the database.
 *
 * @param options.timeoutMs how long `work` may take; only an import needs more than the usual 30 s
 * @throws whatever `work` throws, after rolling back
 */
export function transact<T>(work: (tx: Transaction) => Promise<T>, options: { timeoutMs?: number } = {}): Promise<T> {
  return writerClient.$transaction(work, options.timeoutMs ? { timeout: options.timeoutMs } : undefined)
}

/** True when the database answers; for /healthz. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    // A table, not `SELECT 1`: that answers also without looking at the file.
    await readerClient.setting.count()
    return true
  } catch (error) {
    logger.error({ err: error }, 'database does not answer')
    return false
  }
}

/** Lets SQLite look again at how its tables have grown, so that it chooses the right indexes. */
export async function optimizeDatabase() {
  await writerClient.$queryRaw`PRAGMA optimize`
}

/** Closes both connections; the last step of a graceful stop. */
export async function closeDatabase() {
  await Promise.all([readerClient.$disconnect(), writerClient.$disconnect()])
}
