import { database, transact } from '~/platform/database/client.server'

const anchorKey = 'demo-anchor'

/**
 * Marks the database as a demo: when it was first loaded and, where it has a history, the moment at which that ends.
 */
export async function markDemo(now: Date, withHistory: boolean): Promise<void> {
  const value = now.toISOString()
  await transact(async (tx) => {
    await tx.setting.create({ data: { key: 'demo', value } })
    if (withHistory) await tx.setting.create({ data: { key: anchorKey, value } })
  })
}

/** The moment at which the demo's history ends: that of its first load. Undefined for a demo without one. */
export async function findAnchor(): Promise<Date | undefined> {
  const row = await database.setting.findUnique({ where: { key: anchorKey }, select: { value: true } })
  return row ? new Date(row.value) : undefined
}
