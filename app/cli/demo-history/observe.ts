import type { Criterion } from '~/features/curriculum/rules/module-content'
import type {
  ObservationBody,
  ObservationKind,
  RatedCriterion,
  Rating,
} from '~/features/observations/rules/observation'
import { criteriaOf, outcomeOf, scorePercent } from '~/features/observations/rules/outcome'
import { completingObservation } from '~/features/observations/rules/requirement'
import { dayOf } from '~/lib/dates'
import type { PlannedObservation } from './acts'
import { answerAndReview } from './answer-observation'
import { daysAfter } from './calendar'
import type { ModuleStretch, Run } from './run'
import { when } from './run'
import { actions, changes, notes, observationCorrections, observationVoid, strengths } from './texts'

/** How many more than required a learner is observed at most, when some do not count. */
const spare = 5
const selfShare = 0.55
const selfRatings = ['notYet', 'withHelp', 'withDoubts', 'confident']

type Signed = PlannedObservation & { sufficient: boolean }

/**
 * The observations of a module by the trainers of the province, until its rule is met: some do not count at first, some
 * are corrected or voided, each is answered by the learner.
 * @param tested the place after the passed test
 */
export function observe(run: Run, { module, begins, length }: ModuleStretch, tested: number): void {
  const { form, observation: rule } = module
  if (!form || !rule || rule.required === 0) return
  const criteria = criteriaOf(form, run.learner.profile)
  if (criteria.length === 0) return
  const standing: Signed[] = []
  const isFirst = run.acts.every(({ kind }) => kind !== 'observation-signed')
  const planned = begins + 0.5 * length
  const lately = run.calendar.days.length - 3.4
  let place = Math.max(tested + 0.5, run.trait.isOfTheNine ? Math.min(planned, lately) : planned)
  assessSelf(run, module.slug, criteria, 'before', place - 0.4)
  const gap = Math.max((0.4 * length) / rule.required, 1.2)
  const chosen = run.chance.whole(0, run.trainers.length - 1)
  // So that a disagreement in the shown province waits for the demo's own trainer, who stands first.
  const first = run.trait.case === 'disagrees' ? run.trainers.length - 1 : chosen
  for (let times = 0; times < rule.required + spare && !isMet(standing, rule); times += 1) {
    const at = when(run, place)
    if (!at) return
    const shown = isFirst && times === 0 ? run.trait.case : undefined
    const sufficient = !doubtful(shown) && run.chance.happens(run.trait.ability + 0.04 * times)
    // In turn, so that a rule that asks for several observers is met.
    const observerId = run.trainers[(first + times) % run.trainers.length] ?? ''
    const occasion = { form, criteria, rule, at, times, observerId, earlier: standing.at(-1) }
    const signed = plan(run, module.slug, occasion, sufficient)
    run.acts.push({ kind: 'observation-signed', at, observation: signed })
    const kept = correctOrVoid(run, signed, shown, place, criteria)
    const answer = kept && answerAndReview(run, kept, kept === signed ? place : place + 0.4, shown)
    if (kept && answer?.counts) standing.push(kept)
    if (shown === 'action-due') return
    place = Math.max(place + gap * (0.8 + 0.4 * run.chance.number()), answer?.settled ?? place)
  }
  assessSelf(run, module.slug, criteria, 'after', place)
}

/** What is not agreed with, or corrected, said at first that something was not met. */
function doubtful(shown: Run['trait']['case']) {
  return shown === 'disagrees' || shown === 'confirmed' || shown === 'overturned' || shown === 'observation-corrected'
}

function isMet(standing: readonly Signed[], rule: { required: number; observers: number }) {
  const rows = standing.map(({ id, observerId, sufficient }) => ({ id, observerId, sufficient, corrects: null }))
  return completingObservation(
    rows.map((row) => ({ ...row, isVoid: false })),
    rule,
  )
}

type Occasion = {
  form: { settings: readonly string[] }
  criteria: readonly Criterion[]
  rule: { cutPercent: number }
  at: Date
  times: number
  observerId: string
  earlier: Signed | undefined
}

function plan(run: Run, module: string, occasion: Occasion, sufficient: boolean): Signed {
  const { chance, learner } = run
  const { form, criteria, rule, at, times, observerId, earlier } = occasion
  const kind: ObservationKind = times === 0 && chance.happens(0.35) ? 'simulation' : kindOf(chance.number())
  const ratings = rate(run, criteria, sufficient)
  const outcome = outcomeOf(criteria, ratings, rule.cutPercent)
  const observedOn = dayOf(at)
  const body: ObservationBody = {
    ...(kind === 'real' && form.settings.length > 0 && { setting: chance.pick(form.settings) }),
    ...(kind === 'real' && { informed: true as const }),
    ratings,
    level: levelOf(scorePercent(outcome) ?? 0, outcome.sufficient),
    strength: chance.pick(strengths),
    change: chance.pick(changes),
    action: chance.pick(actions),
    actionOn: daysAfter(observedOn, run.trait.case === 'action-due' ? 5 : chance.whole(7, 25)),
    ...(earlier && { earlierAction: { observationId: earlier.id, outcome: chance.pick(['done', 'done', 'partly']) } }),
  }
  return { id: chance.id(), learner, module, observerId, kind, observedOn, body, sufficient: outcome.sufficient }
}

/** @returns the observation that stands, if any */
function correctOrVoid(
  run: Run,
  signed: Signed,
  shown: Run['trait']['case'],
  place: number,
  criteria: readonly Criterion[],
): Signed | undefined {
  const later = when(run, place + 0.3)
  if (shown === 'observation-voided' && later) {
    const { chance } = run
    const by = { byId: signed.observerId, reason: observationVoid, id: chance.id() }
    run.acts.push({ kind: 'observation-voided', at: later, observation: signed, ...by })
    return undefined
  }
  if (shown !== 'observation-corrected' || !later) return signed
  const ratings = rate(run, criteria, true)
  const corrects = { id: signed.id, reason: run.chance.pick(observationCorrections) }
  const body = { ...signed.body, ratings, level: 3 as const }
  const corrected = { ...signed, id: run.chance.id(), body, corrects, sufficient: true }
  run.acts.push({ kind: 'observation-signed', at: later, observation: corrected })
  return corrected
}

/** Ratings that reach the cut, or do not: a critical criterion that is not met, or too little in all. */
function rate({ chance, trait }: Run, criteria: readonly Criterion[], sufficient: boolean) {
  const ratings: Record<string, RatedCriterion> = {}
  const failed = chance.whole(0, criteria.length - 1)
  for (const [index, { id, critical }] of criteria.entries()) {
    const rating = sufficient
      ? sufficientRating(chance.number(), critical, index, criteria.length)
      : insufficientRating(chance.number(), index === failed, trait.ability)
    const explained = rating === 'notMet' || (critical && rating !== 'met')
    ratings[id] = explained || chance.happens(0.05) ? { rating, note: chance.pick(notes) } : { rating }
  }
  return ratings
}

/** At most every tenth is left out, at most every sixth is met only partly: 70 % observed, and any usual cut reached. */
function sufficientRating(number: number, critical: boolean, index: number, count: number): Rating {
  if (critical) return 'met'
  if (index === count - 1 && count > 4 && number < 0.3) return number < 0.1 ? 'notApplicable' : 'notObserved'
  return index % 6 === 1 && number < 0.5 ? 'partly' : 'met'
}

function insufficientRating(number: number, failed: boolean, ability: number): Rating {
  if (failed) return 'notMet'
  if (number < ability - 0.35) return 'met'
  return number < ability ? 'partly' : 'notMet'
}

function kindOf(number: number): ObservationKind {
  if (number < 0.7) return 'real'
  return number < 0.9 ? 'simulation' : 'discussion'
}

/** The supervision level that fits a score; who has not reached the cut is not let alone. */
function levelOf(percent: number, sufficient: boolean) {
  if (!sufficient) return percent < 40 ? 1 : 2
  if (percent < 85) return 3
  return percent < 97 ? 4 : 5
}

function assessSelf(
  run: Run,
  module: string,
  criteria: readonly Criterion[],
  moment: 'before' | 'after',
  place: number,
) {
  const { chance, learner, trait } = run
  if (!chance.happens(selfShare) && trait.isOfTheNine !== true) return
  const at = when(run, place)
  if (!at) return
  const known = moment === 'before' ? selfRatings.slice(0, 3) : selfRatings.slice(1)
  const ratings = Object.fromEntries(criteria.map(({ id }) => [id, chance.pick(known)]))
  run.acts.push({ kind: 'self-assessed', at, learner, module, moment, ratings })
}
