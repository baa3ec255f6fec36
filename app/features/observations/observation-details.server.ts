import { database } from '~/platform/database/client.server'
import type { ObservationDetails } from './observation-views'
import type { ObservableModule } from './rules/observable-module'
import type { ObservationBody } from './rules/observation'

/**
 * What a signed observation says besides its outcome, for those who may read it all.
 * @param payload of the row; null once retention has erased it
 */
export async function observationDetails(
  payload: string | null,
  module: ObservableModule | undefined,
): Promise<ObservationDetails | 'erased'> {
  if (payload === null) return 'erased'
  const body = JSON.parse(payload) as ObservationBody & { reason?: string }
  const { strength, change, action, actionOn, earlierAction } = body
  const criteria = (module?.criteria ?? []).map((criterion) => {
    const { rating = 'notObserved', note } = body.ratings[criterion.id] ?? {}
    return { ...criterion, rating, note: note || null }
  })
  return {
    setting: body.setting ?? null,
    informed: body.informed === true,
    criteria,
    feedback: { strength, change, action, actionOn },
    earlierAction: earlierAction ? { ...earlierAction, text: await actionOf(earlierAction.observationId) } : null,
    reason: body.reason ?? null,
  }
}

/** The action that an earlier observation agreed on: of the same learner, so whoever reads all of this one may know it. */
async function actionOf(observationId: string): Promise<string | null> {
  const row = await database.observation.findUnique({ where: { id: observationId }, select: { payload: true } })
  const body = row?.payload ? (JSON.parse(row.payload) as Partial<ObservationBody>) : {}
  return body.action ?? null
}
