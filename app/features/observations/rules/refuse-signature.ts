import type { Criterion } from '~/features/curriculum/rules/module-content'
import type { Day } from '~/lib/dates'
import type { DraftBody, ObservationBody, ObservationKind, RatedCriterion, Rating } from './observation'

/** What is wrong with one field of a draft, and what to do. Fields are named as the form names them. */
export type Problem = { field: string; message: string }

type Observed = Pick<Criterion, 'id' | 'critical'>

/** What a draft says once nothing is missing. */
export type SignableObservation = { kind: ObservationKind; observedOn: Day; body: ObservationBody }

/**
 * True when a rating must be explained: not met, or a critical criterion that is anything but met. Elsewhere notes are
 * free, so that an ordinary observation is a matter of taps (docs/decisions/0018).
 */
export function needsNote(critical: boolean, rating: Rating | undefined): boolean {
  return rating === 'notMet' || (critical && rating !== undefined && rating !== 'met')
}

/** What keeps a draft from being signed, in the order of the form; empty when nothing does. */
export function refuseSignature(draft: DraftBody, criteria: readonly Observed[]): Problem[] {
  const { kind, observedOn, informed, level, strength, change, action, actionOn } = draft
  const early = actionOn !== undefined && observedOn !== undefined && actionOn < observedOn
  const checks: [boolean, string, string][] = [
    [!kind, 'kind', 'Scegli se è un caso reale, una simulazione o una discussione'],
    [!observedOn, 'observedOn', 'Scrivi il giorno dell’osservazione'],
    [
      kind === 'real' && !informed,
      'informed',
      'Un caso reale si osserva solo se la persona è stata informata e non si è opposta: segnalo qui',
    ],
    ...criteria.flatMap((criterion) => checksOf(criterion, draft.ratings?.[criterion.id])),
    [!level, 'level', 'Scegli il livello di autonomia'],
    [!strength, 'strength', 'Scrivi una cosa fatta bene'],
    [!change, 'change', 'Scrivi una cosa da cambiare'],
    [!action, 'action', 'Scrivi l’azione che avete concordato'],
    [!actionOn, 'actionOn', 'Scrivi entro quando'],
    [early, 'actionOn', 'Scrivi una data che non viene prima dell’osservazione'],
  ]
  return checks.filter(([wrong]) => wrong).map(([, field, message]) => ({ field, message }))
}

function checksOf(
  { id, critical }: Observed,
  given: { rating?: Rating; note?: string } | undefined,
): [boolean, string, string][] {
  const unexplained = needsNote(critical, given?.rating) && !given?.note
  return [
    [!given?.rating, `ratings.${id}.rating`, `${id}: scegli una valutazione`],
    [unexplained, `ratings.${id}.note`, `${id}: scrivi che cosa hai visto`],
  ]
}

/** A draft as it is signed, with the ratings of these criteria alone; undefined while something is missing. */
export function signableObservation(draft: DraftBody, criteria: readonly Observed[]): SignableObservation | undefined {
  const { kind, observedOn, setting, informed, level, strength, change, action, actionOn, earlierAction } = draft
  if (refuseSignature(draft, criteria).length > 0) return undefined
  if (!kind || !observedOn || !level || !strength || !change || !action || !actionOn) return undefined
  const ratings: Record<string, RatedCriterion> = {}
  for (const { id } of criteria) {
    const { rating, note } = draft.ratings?.[id] ?? {}
    if (rating) ratings[id] = { rating, ...(note && { note }) }
  }
  const body = { ratings, level, strength, change, action, actionOn }
  return {
    kind,
    observedOn,
    body: {
      ...(setting && { setting }),
      ...(kind === 'real' && informed && { informed }),
      ...body,
      ...(earlierAction && { earlierAction }),
    },
  }
}
