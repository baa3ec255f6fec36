import type { Authorised } from '~/features/auth/authorise.server'
import { reviewState } from '~/features/observations/rules/disagreement'
import { workingWithinReach } from '~/features/territory/workplaces.server'
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

/**
 * Disagreements of people in reach that a second trainer has still to review, the oldest first; not of observations
 * that the trainer signed, nor of their own. Reads as many rows as there ever were disagreements.
 */
export async function findToReview(by: Authorised<'progress.train'>): Promise<Waiting[]> {
  const me = by.actorId ?? ''
  const disagreements = await database.observationResponse.findMany({
    where: {
      verdict: 'disagreed',
      observation: {
        observerId: { not: me },
        responses: { none: { slot: 'review' } },
        enrolment: { personId: { not: me }, person: workingWithinReach(by, by.today) },
      },
    },
    orderBy: { seq: 'asc' },
    select: {
      slot: true,
      verdict: true,
      at: true,
      observationId: true,
      observation: { select: { enrolment: { select: { personId: true } } } },
    },
  })
  const corrections = await database.observation.findMany({
    where: { corrects: { in: disagreements.map(({ observationId }) => observationId) } },
    select: { corrects: true },
  })
  const taken = new Set(corrections.map(({ corrects }) => corrects))
  return disagreements
    .filter((answer) => reviewState([answer], !taken.has(answer.observationId)) === 'open')
    .map(({ observation, at }) => ({ personId: observation.enrolment.personId, since: at }))
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
