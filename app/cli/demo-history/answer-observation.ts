import type { PlannedObservation } from './acts'
import type { Run } from './run'
import { when } from './run'
import { disagreements, reviews } from './texts'

/** Of all observations, how many the learner does not agree with. */
const disagreedShare = 0.02

type Shown = Run['trait']['case']

/**
 * The learner's answer to an observation, some days later, and the review of a disagreement by a second trainer.
 * @returns whether it still counts, and the place at which all of it is settled
 */
export function answerAndReview(
  run: Run,
  observation: PlannedObservation,
  place: number,
  shown: Shown,
): { counts: boolean; settled: number } {
  const { chance, acts, learner, trait } = run
  const answered = place + 0.3 + 2.5 * chance.number()
  const at = when(run, answered)
  const isLast = when(run, place + 12) === undefined
  if (!at || (trait.isOfTheNine && isLast)) return { counts: true, settled: place }
  const byId = learner.personId
  const reviewed = shown === 'confirmed' || shown === 'overturned'
  if (!reviewed && shown !== 'disagrees' && !chance.happens(disagreedShare)) {
    acts.push({ kind: 'observation-answered', at, observation, slot: 'learner', verdict: 'acknowledged', byId })
    return { counts: true, settled: place }
  }
  const comment = chance.pick(disagreements)
  acts.push({ kind: 'observation-answered', at, observation, slot: 'learner', verdict: 'disagreed', byId, comment })
  const second = run.trainers.find((id) => id !== observation.observerId)
  const reviewedAt = when(run, answered + 0.8)
  if (shown === 'disagrees' || !second || !reviewedAt) return { counts: true, settled: place }
  const verdict = shown === 'overturned' ? 'overturned' : 'confirmed'
  const review = { slot: 'review' as const, verdict, byId: second, comment: reviews[verdict] } as const
  acts.push({ kind: 'observation-answered', at: reviewedAt, observation, ...review })
  if (verdict === 'confirmed') return { counts: true, settled: place }
  const voided = { id: chance.id(), byId: second, reason: reviews.overturned }
  acts.push({ kind: 'observation-voided', at: reviewedAt, observation, ...voided })
  return { counts: false, settled: answered + 1 }
}
