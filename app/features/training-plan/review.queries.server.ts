import type { Authorised } from '~/features/auth/authorise.server'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import type { Seat } from '~/features/auth/rules/grants'
import { database } from '~/platform/database/client.server'
import type { VotePayload } from './decide-version.server'
import { findPlanInForce } from './frozen-plan.server'
import { type VersionState, versionState } from './rules/version-state'
import { type Choice, countingVotes } from './rules/voting'

const named = { select: { firstName: true, lastName: true } } as const

/** A submitted version without its contents. */
export type ReviewedVersion = NonNullable<Awaited<ReturnType<typeof findReviewedVersion>>>

/** A submitted version, or undefined: a draft is not there for the Cabina. */
export async function findReviewedVersion(_by: Authorised<'plan.review'>, versionId: string) {
  const [version, inForce] = await Promise.all([
    database.planVersion.findUnique({
      where: { id: versionId },
      select: {
        id: true,
        number: true,
        createdAt: true,
        submittedAt: true,
        submittedById: true,
        documentHash: true,
        authors: { orderBy: { firstAt: 'asc' }, select: { personId: true, person: named } },
        decision: { select: { outcome: true, closedAt: true, closedById: true, voteHead: true, rule: true } },
      },
    }),
    findPlanInForce(),
  ])
  if (!version?.submittedAt || !version.documentHash) return undefined
  const { authors, submittedById, decision, ...head } = version
  const names = await findPersonNames([submittedById, decision?.closedById])
  return {
    ...head,
    submittedAt: version.submittedAt,
    documentHash: version.documentHash,
    state: versionState(version, inForce?.id),
    submittedBy: nameIn(names, submittedById),
    authors: authors.map(({ personId, person }) => ({ id: personId, name: nameOf(person) })),
    decision: decision && { ...decision, closedBy: nameIn(names, decision.closedById) },
  }
}

/** True for a version that was submitted. */
export async function existsReviewedVersion(_by: Authorised<'plan.review'>, versionId: string): Promise<boolean> {
  return (await database.planVersion.count({ where: { id: versionId, submittedAt: { not: null } } })) > 0
}

/** A vote as it was cast; `counts` is false for one that its seat replaced. */
export type ReviewedVote = Awaited<ReturnType<typeof findVotes>>[number]

/** The votes on a version in their order. Reasons and conditions are gone where retention erased them. */
export async function findVotes(_by: Authorised<'plan.review'>, versionId: string) {
  const rows = await database.vote.findMany({
    where: { versionId },
    orderBy: { seq: 'asc' },
    select: {
      seq: true,
      seat: true,
      personId: true,
      choice: true,
      at: true,
      payload: true,
      digest: true,
      person: named,
    },
  })
  const votes = rows.map(({ payload, person, ...row }) => ({
    ...row,
    seat: row.seat as Seat,
    choice: row.choice as Choice,
    name: nameOf(person),
    ...(JSON.parse(payload ?? '{}') as VotePayload),
  }))
  const counting = new Set(countingVotes(votes).map(({ seq }) => seq))
  return votes.map((vote) => ({ ...vote, counts: counting.has(vote.seq) }))
}

/** A condition with what was done about it, the latest last. */
export type ReviewedCondition = Awaited<ReturnType<typeof findConditions>>[number]

/** The conditions under which a version was approved; met when its last note says so. */
export async function findConditions(_by: Authorised<'plan.review'>, versionId: string) {
  const rows = await database.planCondition.findMany({
    where: { versionId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      seat: true,
      text: true,
      followUps: {
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: { id: true, byId: true, at: true, met: true, note: true },
      },
    },
  })
  const names = await findPersonNames(rows.flatMap(({ followUps }) => followUps.map(({ byId }) => byId)))
  return rows.map(({ followUps, ...condition }) => ({
    ...condition,
    seat: condition.seat as Seat,
    met: followUps.at(-1)?.met ?? false,
    notes: followUps.map(({ byId, ...note }) => ({ ...note, by: nameIn(names, byId) })),
  }))
}

/** A line of the committee's page. */
export type ReviewRow = {
  id: string
  number: number
  state: VersionState
  submittedAt: Date
  closedAt: Date | null
  /** Which seats have voted. */
  voted: Seat[]
  conditions: number
  openConditions: number
}

/** All submitted versions, the latest first. */
export async function findReviewedVersions(_by: Authorised<'plan.review'>): Promise<ReviewRow[]> {
  const [versions, inForce] = await Promise.all([
    database.planVersion.findMany({
      where: { submittedAt: { not: null } },
      orderBy: { number: 'desc' },
      select: {
        id: true,
        number: true,
        submittedAt: true,
        decision: { select: { outcome: true, closedAt: true } },
        votes: { distinct: ['seat'], select: { seat: true } },
        conditions: {
          select: { followUps: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { met: true } } },
        },
      },
    }),
    findPlanInForce(),
  ])
  return versions.flatMap(({ submittedAt, decision, votes, conditions, ...version }) =>
    submittedAt
      ? [
          {
            ...version,
            submittedAt,
            state: versionState({ ...version, submittedAt, decision }, inForce?.id),
            closedAt: decision?.closedAt ?? null,
            voted: votes.map(({ seat }) => seat as Seat),
            conditions: conditions.length,
            openConditions: conditions.filter(({ followUps }) => !followUps[0]?.met).length,
          },
        ]
      : [],
  )
}

/** The canonical document of a submitted version, byte by byte. */
export function findPlanDocument(_by: Authorised<'plan.review'>, versionId: string) {
  return database.planDocument.findUnique({
    where: { versionId },
    select: { hash: true, body: true, version: { select: { number: true } } },
  })
}

function nameIn(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null)
}

function nameOf({ firstName, lastName }: { firstName: string; lastName: string }) {
  return `${firstName} ${lastName}`
}
