import { findAllExhausted } from '~/features/assessments/exhausted.queries.server'
import type { Authorised } from '~/features/auth/authorise.server'
import { findAllOpenReviews } from '~/features/observations/reviews.queries.server'
import { database } from '~/platform/database/client.server'
import { type AgreedAction, findAgreedActions } from './agreed-actions.queries.server'
import { findReachedEnrolments } from './reached-enrolments.queries.server'
import { findToObserve, type ToObserve } from './to-observe.queries.server'
import type { TrainerPages } from './trainer-home.schema'
import { countOwnDrafts, findPracticeToValidate, type Waiting } from './waiting.queries.server'

/** How many rows of a list stand on a page. */
export const pageSize = 20

type Named = { name: string; entry: string | null }
export type ObserveRow = ToObserve & Named
export type ActionRow = AgreedAction & Named

/** How many wait, and since when the first of them. */
export type Queue = { count: number; oldest: Date | null }

/**
 * Who waits for a trainer: to be observed, to have practice validated, a disagreement reviewed, a test unlocked; what
 * the trainer has begun; the agreed actions to come back to. Counts are of all, lists a page at a time.
 */
export async function findTrainerHome(
  by: Authorised<'progress.train'>,
  others: { reviewer: Authorised<'observation.review'>; unlocker: Authorised<'assessment.unlock'> },
  pages: TrainerPages,
) {
  const reached = await findReachedEnrolments(by)
  const [toObserve, practice, disagreements, exhausted, drafts, actions] = await Promise.all([
    findToObserve(
      by,
      reached.flatMap(({ id, open }) => (open ? id : [])),
    ),
    findPracticeToValidate(reached.map(({ id }) => id)),
    findAllOpenReviews(others.reviewer),
    findAllExhausted(others.unlocker),
    countOwnDrafts(by),
    findAgreedActions(by),
  ])
  const reviews = disagreements.map(({ personId, disagreedAt }) => ({ personId, since: disagreedAt }))
  const unlocks = exhausted.map(({ personId, submittedAt }) => ({ personId, since: submittedAt }))
  const observePage = pageOf(toObserve, pages.pagina)
  const actionPage = pageOf(actions, pages.azioni)
  const names = await findLearnerNames([...observePage.rows, ...actionPage.rows])
  return {
    today: by.today,
    people: new Set([...toObserve, ...practice, ...reviews, ...unlocks].map(({ personId }) => personId)).size,
    toObserve: { ...observePage, rows: named(observePage.rows, names) },
    actions: { ...actionPage, rows: named(actionPage.rows, names) },
    practice: queueOf(practice),
    reviews: queueOf(reviews),
    unlocks: queueOf(unlocks),
    drafts,
  }
}

export type TrainerHome = Awaited<ReturnType<typeof findTrainerHome>>

function pageOf<Row>(all: readonly Row[], page: number) {
  const start = (page - 1) * pageSize
  return { rows: all.slice(start, start + pageSize), total: all.length, page, more: all.length > start + pageSize }
}

function queueOf(waiting: readonly Waiting[]): Queue {
  const times = waiting.map(({ since }) => since.getTime())
  return { count: waiting.length, oldest: times.length > 0 ? new Date(Math.min(...times)) : null }
}

async function findLearnerNames(rows: readonly { enrolmentId: string }[]): Promise<Map<string, Named>> {
  const enrolments = await database.enrolment.findMany({
    where: { id: { in: [...new Set(rows.map(({ enrolmentId }) => enrolmentId))] } },
    select: {
      id: true,
      person: { select: { firstName: true, lastName: true, homeEntry: { select: { name: true } } } },
    },
  })
  return new Map(
    enrolments.map(({ id, person }) => [
      id,
      { name: `${person.firstName} ${person.lastName}`, entry: person.homeEntry?.name ?? null },
    ]),
  )
}

function named<Row extends { enrolmentId: string }>(rows: readonly Row[], names: ReadonlyMap<string, Named>) {
  return rows.map((row) => ({ ...row, ...(names.get(row.enrolmentId) ?? { name: '', entry: null }) }))
}
