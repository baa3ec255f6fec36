import type { Day } from '~/lib/dates'
import type { Reader } from '~/platform/database/client.server'
import type { SignedPayload } from './rules/observation'
import { standingObservations } from './rules/requirement'

/** An action that an earlier observation agreed on. */
export type EarlierAction = { observationId: string; action: string; actionOn: Day }

type Asked = {
  enrolmentId: string
  moduleSlug: string
  /** The observation that is being corrected: what came before it is meant. */
  corrects: string | null
}

/**
 * The action agreed in the last observation of the same module that stands, by whichever observer: the one thing of an
 * observation that returns in the next (issue C, 1). Undefined when there is none, or retention has erased it.
 */
export async function findEarlierAction(
  tx: Pick<Reader, 'observation'>,
  { enrolmentId, moduleSlug, corrects }: Asked,
): Promise<EarlierAction | undefined> {
  const rows = await tx.observation.findMany({
    where: { enrolmentId, moduleSlug },
    orderBy: { seq: 'asc' },
    select: { id: true, corrects: true, isVoid: true, payload: true },
  })
  const corrected = rows.findIndex(({ id }) => id === corrects)
  const ids = new Set((corrected < 0 ? rows : rows.slice(0, corrected)).map(({ id }) => id))
  const last = standingObservations(rows)
    .filter(({ id }) => ids.has(id))
    .at(-1)
  const payload = last?.payload ? (JSON.parse(last.payload) as SignedPayload) : undefined
  if (!last || !payload || !('action' in payload)) return undefined
  return { observationId: last.id, action: payload.action, actionOn: payload.actionOn }
}
