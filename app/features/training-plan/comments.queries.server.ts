import type { Authorised } from '~/features/auth/authorise.server'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import { dayOf } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import { partyOf } from './rules/voting'
import { partyNames } from './rules/voting-words'
import { seatHeldOn } from './rules/who-votes'
import { findSeatHolders } from './seats.queries.server'

/** A comment with its answers, in the order in which they were written. */
export type CommentThread = Awaited<ReturnType<typeof findComments>>[number]

/** The comments on a version. An author stands for the seat that they held when they wrote. */
export async function findComments(_by: Authorised<'plan.review'>, versionId: string) {
  const [rows, holders] = await Promise.all([
    database.planComment.findMany({
      where: { versionId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        part: true,
        parentId: true,
        authorId: true,
        body: true,
        createdAt: true,
        author: { select: { firstName: true, lastName: true } },
        resolution: { select: { byId: true, at: true, note: true } },
      },
    }),
    findSeatHolders(),
  ])
  const resolvers = await findPersonNames(rows.map(({ resolution }) => resolution?.byId))
  const standsFor = (personId: string, at: Date) => {
    const grants = holders.find(({ id }) => id === personId)?.grants ?? []
    const seat = seatHeldOn(grants, dayOf(at))
    return seat ? partyNames[partyOf(seat)] : 'gestione del piano'
  }
  const written = rows.map(({ author, resolution, ...comment }) => ({
    ...comment,
    author: `${author.firstName} ${author.lastName}`,
    standsFor: standsFor(comment.authorId, comment.createdAt),
    resolution: resolution && { at: resolution.at, note: resolution.note, by: resolvers.get(resolution.byId) ?? null },
  }))
  const answers = new Map<string, typeof written>()
  for (const comment of written) {
    if (comment.parentId) answers.set(comment.parentId, [...(answers.get(comment.parentId) ?? []), comment])
  }
  return written
    .filter(({ parentId }) => parentId === null)
    .map((comment) => ({ ...comment, answers: answers.get(comment.id) ?? [] }))
}
