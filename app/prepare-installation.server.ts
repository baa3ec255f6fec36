import { deleteOldDrafts } from './features/administration/store-import-draft.server'
import { closeAllOverdue } from './features/assessments/close-overdue.server'
import { deleteEndedWindows } from './features/auth/attempt-limit.server'
import { deleteExpiredSessions } from './features/auth/lucia.server'
import { loadGuide } from './features/phase-guide/guide.server'
import { prepareLessonSearch } from './features/phase-guide/lesson-search.server'
import { loadTerritory } from './features/territory/load-territory.server'
import { optimizeDatabase } from './platform/database/client.server'
import { migrateDatabase } from './platform/database/migrate.server'
import { environment } from './platform/environment.server'
import { logger } from './platform/logger.server'

const housekeepingEveryMs = 3_600_000

/**
 * All that must hold before a page is served: the database at its last migration, the content checked,
 * the territory as the content says.
 * @returns a function that stops the hourly housekeeping
 * @throws UnusableDatabase, UnusableContent
 */
export async function prepareInstallation(): Promise<() => void> {
  const applied = migrateDatabase(environment.DATABASE_URL)
  if (applied.length > 0) logger.info({ applied }, 'migrations applied')
  loadGuide()
  await loadTerritory()
  await prepareLessonSearch()
  await keepHouse()
  const timer = setInterval(() => {
    keepHouse().catch((error) => logger.error({ err: error }, 'housekeeping failed'))
  }, housekeepingEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}

async function keepHouse() {
  const now = new Date()
  await deleteExpiredSessions()
  await deleteEndedWindows(now)
  await deleteOldDrafts(now)
  await closeAllOverdue(now)
  await optimizeDatabase()
}
