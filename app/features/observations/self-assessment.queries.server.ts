import type { Authorised } from '~/features/auth/authorise.server'
import { findActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import { database } from '~/platform/database/client.server'
import { findObservableModule } from './observable-module.server'
import type { ObservationBody, Rating } from './rules/observation'
import { standingObservations } from './rules/requirement'
import { openMoment, type SelfMoment, type SelfRating } from './rules/self-assessment'

/** How many of the observations that stand are shown beside one's own view: the latest. */
const shownObservations = 3

export type GivenSelfAssessment = { at: Date; ratings: Record<string, SelfRating> }

/** An observation's ratings, to be shown beside one's own. */
export type ObserverRatings = {
  id: string
  number: number
  observedOn: string
  observer: string
  ratings: Record<string, Rating>
}

/**
 * One's own self-assessment of a module with the criteria of one's profile, and the ratings of the observations that
 * were signed. Of the person who asks, and of nobody else.
 * @returns null when the plan that they follow has no such module, or nothing is observed there
 */
export async function findSelfAssessment({ actorId }: Authorised<'learning.follow'>, moduleSlug: string) {
  const enrolment = actorId === null ? null : await findActiveEnrolment(actorId)
  const module = enrolment && (await findObservableModule(enrolment, moduleSlug))
  if (!module) return null
  const given = await database.selfAssessment.findMany({ where: { enrolmentId: enrolment.id, moduleSlug } })
  const signed = await readSigned(enrolment.id, moduleSlug)
  const givenAt = (wanted: SelfMoment): GivenSelfAssessment | null => {
    const row = given.find(({ moment }) => moment === wanted)
    return row ? { at: row.at, ratings: JSON.parse(row.ratings) as Record<string, SelfRating> } : null
  }
  return {
    module: { slug: module.slug, title: module.title },
    criteria: module.criteria,
    before: givenAt('before'),
    after: givenAt('after'),
    open: openMoment(
      given.map(({ moment }) => moment),
      signed.length > 0,
    ),
    observations: standingObservations(signed).slice(-shownObservations).flatMap(ratingsOf),
  }
}

/** The self-assessments of a module that an enrolment has given, and whether one can be given now: without what they say. */
export async function findSelfMoments(enrolmentId: string, moduleSlug: string, observed: boolean) {
  const rows = await database.selfAssessment.findMany({ where: { enrolmentId, moduleSlug }, select: { moment: true } })
  const given = rows.map(({ moment }) => moment)
  return { given: given.length, open: openMoment(given, observed) }
}

function readSigned(enrolmentId: string, moduleSlug: string) {
  return database.observation.findMany({
    where: { enrolmentId, moduleSlug },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      seq: true,
      corrects: true,
      isVoid: true,
      observedOn: true,
      payload: true,
      observer: { select: { firstName: true, lastName: true } },
    },
  })
}

/** Nothing of one whose texts retention has erased. */
function ratingsOf(row: Awaited<ReturnType<typeof readSigned>>[number]): ObserverRatings[] {
  if (row.payload === null) return []
  const { ratings } = JSON.parse(row.payload) as ObservationBody
  const { id, seq, observedOn, observer } = row
  const byCriterion = Object.entries(ratings).map(([criterion, { rating }]) => [criterion, rating] as const)
  const name = `${observer.firstName} ${observer.lastName}`
  return [{ id, number: seq, observedOn, observer: name, ratings: Object.fromEntries(byCriterion) }]
}
