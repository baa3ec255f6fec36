import { database } from '~/platform/database/client.server'

/** A signed row with what its page is made of: who was observed, and what was answered. */
export type SignedObservationRow = NonNullable<Awaited<ReturnType<typeof readSignedObservation>>>

/** The row that took the place of another. */
export type LaterRow = NonNullable<Awaited<ReturnType<typeof readLaterRow>>>

export function readSignedObservation(id: string) {
  return database.observation.findUnique({
    where: { id },
    include: {
      responses: {
        orderBy: { seq: 'asc' },
        select: { seq: true, slot: true, verdict: true, byId: true, at: true, payload: true, digest: true },
      },
      enrolment: {
        select: {
          versionId: true,
          profile: true,
          person: {
            select: {
              id: true,
              firstName: true,
              lastName: true,
              homeEntryId: true,
              homeEntry: { select: { name: true } },
            },
          },
        },
      },
    },
  })
}

export function readLaterRow(id: string) {
  return database.observation.findUnique({
    where: { corrects: id },
    select: { id: true, seq: true, observerId: true, signedAt: true, isVoid: true, digest: true, payload: true },
  })
}
