import { looksLikePhone } from '~/lib/phone-like'
import { fieldName } from './draft-values'
import type { DraftView } from './drafts.queries.server'
import type { ObservationDetails, OutcomeView } from './observation-views'
import { outcomeOf, scorePercent } from './rules/outcome'
import { failedGates, leastObserved } from './rules/outcome-gates'
import { signableObservation } from './rules/refuse-signature'

/** What one is about to sign, with what it will amount to. */
export type SignatureSummary = {
  outcome: OutcomeView
  missed: string[]
  details: Pick<ObservationDetails, 'criteria' | 'feedback' | 'earlierAction'>
  /** Names of the fields that hold something like a telephone number. */
  phoneLike: string[]
}

/** The summary of a draft; undefined while something is missing. */
export function signatureSummary({ body: draft, module, earlier }: DraftView): SignatureSummary | undefined {
  const signable = signableObservation(draft, module.criteria)
  if (!signable) return undefined
  const { ratings, level, strength, change, action, actionOn, earlierAction } = signable.body
  const { cutPercent } = module.rule
  const outcome = outcomeOf(module.criteria, ratings, cutPercent)
  const criteria = module.criteria.map((criterion) => {
    const { rating = 'notObserved', note } = ratings[criterion.id] ?? {}
    return { ...criterion, rating, note: note ?? null }
  })
  const texts: [string, string | null][] = [
    ...criteria.map(({ id, note }): [string, string | null] => [`ratings.${id}.note`, note]),
    ['strength', strength],
    ['change', change],
    ['action', action],
  ]
  return {
    outcome: {
      ...outcome,
      least: leastObserved(outcome.criteria),
      score: scorePercent(outcome),
      cutPercent,
      failed: failedGates(outcome, cutPercent),
      hasCritical: criteria.some(({ critical }) => critical),
      level,
    },
    missed: criteria.filter(({ critical, rating }) => critical && rating !== 'met').map(({ id }) => id),
    details: {
      criteria,
      feedback: { strength, change, action, actionOn },
      earlierAction:
        earlierAction && earlier?.observationId === earlierAction.observationId
          ? { ...earlierAction, text: earlier.action }
          : null,
    },
    phoneLike: texts.filter(([, text]) => text && looksLikePhone(text)).map(([name]) => fieldName(name)),
  }
}
