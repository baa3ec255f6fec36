import { database } from '~/platform/database/client.server'

/** A person's sessions that still hold, the most recent first. */
export function findSessions(personId: string, now: Date) {
  return database.session.findMany({
    where: { personId, expiresAt: { gt: now }, absoluteExpiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
    select: { idHash: true, createdAt: true, lastSeenAt: true, device: true },
  })
}
