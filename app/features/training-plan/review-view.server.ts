import type { Authorised } from '~/features/auth/authorise.server'
import { seats } from '~/features/auth/rules/grants'
import { resolvePermission } from '~/features/auth/rules/resolve-permission'
import { content } from '~/features/curriculum/content.server'
import { trainingModules } from '~/features/curriculum/rules/final-test'
import { totalHours } from '~/features/curriculum/rules/totals'
import { latestKept } from '~/lib/latest-kept'
import { firstPieces } from '~/lib/text-difference'
import { findComments } from './comments.queries.server'
import type { FrozenPlan } from './frozen-plan'
import { frozenPlan } from './frozen-plan.server'
import { findComparedVersion, findDifference } from './plan-difference.server'
import { findConditions, findReviewedVersion, findVotes, type ReviewedVersion } from './review.queries.server'
import { coverageView } from './rules/coverage-view'
import { findMissing } from './rules/missing'
import { type Change, weightiestFirst } from './rules/plan-difference'
import { mainParts, type PartGroup, planParts } from './rules/plan-parts'
import { sizePlan } from './rules/sizing'
import { closingOf, outcomeOf } from './rules/voting'
import { voteOf } from './rules/who-votes'
import { findSeatHolders, holderOf } from './seats.queries.server'
import { findSizingEntries } from './sizing-entries.queries.server'
import { findVotingRule } from './voting-rule.queries.server'

/** How many changes the page of a version shows before the page of the difference. */
const shownChanges = 8
/** How many characters of a changed text it shows. */
const shownText = 800

// A submitted version, the content and the act's table do not change while the server runs.
const keptContents = latestKept<Awaited<ReturnType<typeof findContents>>>(20)

/**
 * A submitted version as its reviewers see it, without texts and without anything of its keys; undefined for a draft
 * or for what is not there.
 *
 * @param asked the part that somebody wants to comment on, of whatever kind
 */
export async function findReviewView(by: Authorised<'plan.review'>, versionId: string, asked: string | null) {
  const version = await findReviewedVersion(by, versionId)
  if (!version) return undefined
  const plan = await frozenPlan(versionId)
  const groups = planParts(plan)
  const [contents, vote, difference, comments, conditions] = await Promise.all([
    keptContents(versionId, () => findContents(plan)),
    findVoteView(by, version),
    findDifferenceView(version),
    findComments(by, versionId),
    findConditions(by, versionId),
  ])
  const labels = labelsOf(groups)
  const { grants, today } = by
  return {
    version,
    ...contents,
    ...vote,
    difference,
    conditions,
    comments: comments.map((comment) => ({ ...comment, partLabel: labels.get(comment.part) ?? comment.part })),
    parts: commentChoices(groups, asked),
    askedPart: asked !== null && labels.has(asked) ? asked : '',
    personId: by.actorId,
    manages: resolvePermission(grants, 'plan.write', undefined, today) === 'allowed',
  }
}

/** What the version adds up to: hours, coverage, sizing, what is missing. The same for everybody. */
async function findContents(plan: FrozenPlan) {
  const { targets, plan: outline, phases } = content()
  const entries = await findSizingEntries()
  const composition = { title: plan.title, modules: plan.modules, sizing: plan.sizing }
  return {
    title: plan.title,
    moduleCount: trainingModules(plan.modules).length,
    totals: totalHours(plan.modules),
    coverage: coverageView(plan.modules, targets, phases),
    sizing: sizePlan(plan.sizing, plan.modules, entries),
    missing: findMissing({ composition, modules: plan.modules, targets, outline, entries }),
  }
}

async function findVoteView(by: Authorised<'plan.review'>, version: ReviewedVersion) {
  const [votes, holders, rule] = await Promise.all([findVotes(by, version.id), findSeatHolders(), findVotingRule()])
  const counting = votes.filter(({ counts }) => counts)
  const authorIds = version.authors.map(({ id }) => id)
  const facts = { personId: by.actorId ?? '', grants: by.grants, day: by.today, submitted: true }
  const verdict = voteOf({ ...facts, decided: version.decision !== null, authors: authorIds })
  return {
    rule,
    seats: seats.map((seat) => {
      const holder = holderOf(seat, holders, by.today)
      const cast = counting.find((vote) => vote.seat === seat)
      return {
        seat,
        holder: holder ? { name: holder.name, isYou: holder.id === by.actorId } : null,
        isAuthor: holder !== undefined && authorIds.includes(holder.id),
        vote: cast
          ? {
              choice: cast.choice,
              at: cast.at,
              reasons: cast.reasons ?? null,
              conditions: cast.conditions ?? [],
              by: cast.personId === holder?.id ? null : cast.name,
            }
          : null,
      }
    }),
    ownSeat: 'seat' in verdict ? verdict.seat : null,
    refusal: 'refusal' in verdict ? verdict.refusal : null,
    /** What closing now would decide; null while it is too early, or over. */
    closable: !version.decision && closingOf(rule, votes) === 'by-a-seat' ? outcomeOf(rule, votes) : null,
  }
}

async function findDifferenceView(version: ReviewedVersion) {
  const compared = await findComparedVersion(version.id, version.decision?.closedAt ?? null)
  if (!compared) return null
  const { sections, count } = await findDifference(compared.id, version.id)
  const short = (change: Change): Change => {
    if (change.kind !== 'edited') return change
    return { ...change, pieces: firstPieces(change.pieces, shownText) }
  }
  const all = sections.flatMap(({ title, changes }) => changes.map((change) => ({ ...short(change), section: title })))
  return { number: compared.number, count, changes: weightiestFirst(all).slice(0, shownChanges) }
}

/** The parts of the select, with the one that was asked for even where single questions and criteria are left out. */
function commentChoices(groups: readonly PartGroup[], asked: string | null) {
  return groups.map((group) => {
    const main = mainParts(group)
    const extra = group.parts.filter(({ path }) => path === asked && !main.some((part) => part.path === asked))
    return { label: group.label, parts: [...main, ...extra].map(({ path, label }) => ({ value: path, label })) }
  })
}

function labelsOf(groups: readonly PartGroup[]) {
  return new Map(groups.flatMap(({ parts }) => parts.map(({ path, label }) => [path, label] as const)))
}
