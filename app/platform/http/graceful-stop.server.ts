import type { Server } from 'node:http'
import { closeDatabase } from '../database/client.server'
import { logger } from '../logger.server'

const patienceMs = 10_000

/**
 * On SIGTERM or SIGINT: takes no new connection, lets the requests under way finish, closes the database,
 * ends with 0. After ten seconds it ends all the same, with 1: what was acknowledged is on disk.
 */
export function stopGracefully(server: Server) {
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    logger.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), patienceMs).unref()
    server.close(async () => {
      await closeDatabase()
      logger.info('stopped')
      process.exit(0)
    })
    // A connection kept alive after its last answer would hold the stop back until its browser lets go.
    setInterval(() => server.closeIdleConnections(), 100).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
