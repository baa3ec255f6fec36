import type { Day } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import { findObservableModule } from './observable-module.server'

/** Where a signed observation stands with its learner. */
export type ListedState = 'voided' | 'corrected' | 'to-see' | 'seen' | 'to-review' | 'confirmed'

/** A signed observation in a list: nothing of its texts. */
export type ListedObservation = {
  id: string
  learner: string
  place: string
  observer: string
  module: string
  observedOn: Day
  kind: string
  sufficient: boolean
  level: number | null
  state: ListedState
}

/** Signed observations by their numbers, in the order given. */
export async function readListed(seqs: readonly number[]): Promise<ListedObservation[]> {
  if (seqs.length === 0) return []
  const rows = await database.observation.findMany({
    where: { seq: { in: [...seqs] } },
    select: {
      seq: true,
      id: true,
      moduleSlug: true,
      observedOn: true,
      kind: true,
      sufficient: true,
      level: true,
      observer: { select: { firstName: true, lastName: true } },
      responses: { select: { slot: true, verdict: true } },
      enrolment: {
        select: {
          versionId: true,
          profile: true,
          person: { select: { firstName: true, lastName: true, homeEntry: { select: { name: true } } } },
        },
      },
    },
  })
  const later = await database.observation.findMany({
    where: { corrects: { in: rows.map(({ id }) => id) } },
    select: { corrects: true, isVoid: true },
  })
  const takenBy = new Map(later.map(({ corrects, isVoid }) => [corrects, isVoid]))
  const listed = await Promise.all(
    rows.map(async ({ seq, enrolment, observer, responses, moduleSlug, ...row }) => {
      const { firstName, lastName, homeEntry } = enrolment.person
      const module = await findObservableModule(enrolment, moduleSlug)
      const { id, observedOn, kind, sufficient, level } = row
      const shown: ListedObservation = {
        id,
        learner: `${firstName} ${lastName}`,
        place: homeEntry?.name ?? 'Nessuna sede',
        observer: `${observer.firstName} ${observer.lastName}`,
        module: module?.title ?? moduleSlug,
        observedOn,
        kind,
        sufficient,
        level,
        state: stateOf(takenBy.get(id), responses),
      }
      return [seq, shown] as const
    }),
  )
  const bySeq = new Map(listed)
  return seqs.map((seq) => bySeq.get(seq)).filter((row) => row !== undefined)
}

function stateOf(
  takenByVoid: boolean | undefined,
  responses: readonly { slot: string; verdict: string }[],
): ListedState {
  if (takenByVoid !== undefined) return takenByVoid ? 'voided' : 'corrected'
  const verdictOf = (wanted: string) => responses.find(({ slot }) => slot === wanted)?.verdict
  if (verdictOf('review') === 'confirmed') return 'confirmed'
  const seen = verdictOf('learner')
  if (!seen) return 'to-see'
  return seen === 'disagreed' ? 'to-review' : 'seen'
}
