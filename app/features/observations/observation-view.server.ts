import { findObservableModule } from './observable-module.server'
import { observationDetails } from './observation-details.server'
import type { AnswersView, AnswerView, ObservationView, OutcomeView, Receipt } from './observation-views'
import type { LaterRow, SignedObservationRow } from './read-signed-observation.server'
import type { LearnerVerdict, ReviewState, ReviewVerdict } from './rules/disagreement'
import type { ObservableModule } from './rules/observable-module'
import type { ObservationKind, SignedPayload, SupervisionLevel } from './rules/observation'
import type { ObservationAccess } from './rules/observation-access'
import { scorePercent } from './rules/outcome'
import { failedGates, leastObserved } from './rules/outcome-gates'

type Parts = {
  row: SignedObservationRow
  earlier: { id: string; seq: number } | null
  later: LaterRow | null
  review: ReviewState
  access: Exclude<ObservationAccess, 'none'>
  reader: ObservationView['reader']
  names: ReadonlyMap<string, string>
}

/** A signed observation as its page shows it to a reader: with `outcome` alone, none of its texts is in it. */
export async function observationView(parts: Parts): Promise<ObservationView> {
  const { row, earlier, later, review, access, reader, names } = parts
  const { firstName, lastName, homeEntry } = row.enrolment.person
  const module = await findObservableModule(row.enrolment, row.moduleSlug)
  const all = access === 'all'
  return {
    id: row.id,
    number: row.seq,
    module: { slug: row.moduleSlug, title: module?.title ?? row.moduleSlug },
    form: module?.form.title ?? '',
    learner: { firstName, name: `${firstName} ${lastName}`, entry: homeEntry?.name ?? '' },
    observer: names.get(row.observerId) ?? '',
    kind: row.kind as ObservationKind,
    observedOn: row.observedOn,
    outcome: outcomeView(row, module),
    state: stateOf(later),
    voided: later?.isVoid
      ? { at: later.signedAt, by: names.get(later.observerId) ?? '', reason: all ? reasonOf(later.payload) : null }
      : null,
    earlier: earlier && { id: earlier.id, number: earlier.seq },
    later: later && !later.isVoid ? { id: later.id, number: later.seq } : null,
    // Who sees the outcome alone learns of a disagreement only what bears on it.
    review: all || review === 'open' || review === 'overturned' ? review : 'none',
    details: all ? await observationDetails(row.payload, module) : null,
    answers: all ? answersOf(parts) : null,
    reader,
  }
}

function stateOf(later: LaterRow | null): ObservationView['state'] {
  if (!later) return 'standing'
  return later.isVoid ? 'voided' : 'corrected'
}

function outcomeView(row: SignedObservationRow, module: ObservableModule | undefined): OutcomeView {
  const { criteria, observed, sufficient, level } = row
  const cutPercent = module?.rule.cutPercent ?? 0
  return {
    criteria,
    observed,
    least: leastObserved(criteria),
    score: scorePercent(row),
    cutPercent,
    sufficient,
    failed: failedGates(row, cutPercent),
    hasCritical: module?.criteria.some(({ critical }) => critical) ?? false,
    level: level as SupervisionLevel,
  }
}

function answersOf({ row, later, names }: Parts): AnswersView {
  const named = (id: string) => names.get(id) ?? ''
  const answerIn = <Verdict extends string>(wanted: string): AnswerView<Verdict> | null => {
    const response = row.responses.find(({ slot }) => slot === wanted)
    if (!response) return null
    const { verdict, at, byId, payload } = response
    const comment = payload ? (JSON.parse(payload) as { comment?: string }).comment : undefined
    return { verdict: verdict as Verdict, at, by: named(byId), comment: comment ?? null }
  }
  const receiptOf = ({ seq, observerId, signedAt, digest }: Omit<LaterRow, 'payload'>, title: string): Receipt => ({
    title,
    number: seq,
    by: named(observerId),
    at: signedAt,
    digest,
  })
  const responses = row.responses.map(({ slot, seq, byId, at, digest }): Receipt => {
    return { title: slot === 'review' ? 'Riesame' : 'Presa visione', number: seq, by: named(byId), at, digest }
  })
  const closing = later ? [receiptOf(later, later.isVoid ? 'Annullamento' : 'Correzione')] : []
  return {
    learner: answerIn<LearnerVerdict>('learner'),
    review: answerIn<ReviewVerdict>('review'),
    receipts: [receiptOf(row, 'Firma'), ...responses, ...closing],
  }
}

function reasonOf(payload: string | null): string | null {
  return payload ? ((JSON.parse(payload) as SignedPayload).reason ?? null) : null
}
