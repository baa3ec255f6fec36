import type { Authorised } from '~/features/auth/authorise.server'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import { covers, type Role } from '~/features/auth/rules/grants'
import { scopesOf } from '~/features/auth/rules/resolve-permission'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { reachesAtWork } from '~/features/territory/workplaces.server'
import { database } from '~/platform/database/client.server'
import { existsOwnDraft } from './drafts.queries.server'
import { observationView } from './observation-view.server'
import type { ObservationView } from './observation-views'
import { readLaterRow, readSignedObservation, type SignedObservationRow } from './read-signed-observation.server'
import { refuseReview, reviewState } from './rules/disagreement'
import { type AccessFacts, observationAccess } from './rules/observation-access'

/** What stands at the address of an observation, for one reader. */
export type FoundObservation =
  | { kind: 'signed'; observation: ObservationView }
  /** A draft of one's own, not yet signed. */
  | { kind: 'draft' }
  /** A row that only voids another: what it says is told there. */
  | { kind: 'voids'; observationId: string }

type Reading = Authorised<'observation.open'>

/**
 * The observation at an address, with what its reader may see of it and no more (rules/observation-access).
 * @returns null when it is not there, or not for this reader
 */
export async function findObservation(by: Reading, id: string): Promise<FoundObservation | null> {
  const row = await readSignedObservation(id)
  if (!row) return (await existsOwnDraft(by, id)) ? { kind: 'draft' } : null
  if (row.isVoid) return findVoided(by, row.corrects)
  const later = await readLaterRow(id)
  const reader = await readerOf(by, row)
  const review = reviewState(row.responses, later === null)
  const access = observationAccess({ ...reader, review })
  if (access === 'none') return null
  const { isLearner, isAuthor, trains } = reader
  const mayReview = trains === 'here' && refuseReview(reader, row.responses, later === null) === undefined
  const observation = await observationView({
    row,
    later,
    earlier: await findNumber(row.corrects),
    review,
    access,
    reader: { isLearner, isAuthor: isAuthor && trains !== 'no', mayReview },
    names: await findPersonNames([row.observerId, later?.observerId, ...row.responses.map(({ byId }) => byId)]),
  })
  return { kind: 'signed', observation }
}

async function findVoided(by: Reading, observationId: string | null): Promise<FoundObservation | null> {
  if (observationId === null || !(await findObservation(by, observationId))) return null
  return { kind: 'voids', observationId }
}

async function findNumber(id: string | null) {
  if (id === null) return null
  return database.observation.findUnique({ where: { id }, select: { id: true, seq: true } })
}

async function readerOf(by: Reading, row: SignedObservationRow) {
  const learner = row.enrolment.person
  const isReader = (personId: string) => personId === by.actorId
  return {
    isLearner: isReader(learner.id),
    isAuthor: isReader(row.observerId),
    isReviewer: row.responses.some(({ slot, byId }) => slot === 'review' && isReader(byId)),
    trains: await whereTrains(by, learner),
    // An office goes by the home of its people; whoever meets them at work, by the workplace too.
    manages: scopesAs(by, 'centre-manager').some((scope) => covers(scope, scopeOfHome(learner.homeEntryId))),
  }
}

async function whereTrains(
  by: Reading,
  learner: { id: string; homeEntryId: string | null },
): Promise<AccessFacts['trains']> {
  const scopes = scopesAs(by, 'trainer')
  if (scopes.length === 0) return 'no'
  return (await reachesAtWork(database, { scopes }, learner, by.today)) ? 'here' : 'elsewhere'
}

/** Where one role alone opens observations: a trainer reaches people otherwise than a centre manager does. */
function scopesAs({ grants, today }: Reading, role: Role) {
  const held = grants.filter((grant) => grant.role === role)
  return scopesOf(held, 'observation.read', today)
}
