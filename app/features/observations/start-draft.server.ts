import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import type { Day } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { readObserved } from './read-observed.server'
import type { DraftBody, ObservationKind } from './rules/observation'
import { refuseStart, type StartRefusal, startRefusals } from './rules/refuse-start'

export type WantedDraft = {
  enrolmentId: string
  moduleSlug: string
  kind: ObservationKind
  observedOn: Day
  setting?: string | undefined
  informed?: true | undefined
}

/**
 * Begins an observation of a learner in scope. Whoever has already begun one of the same person and module gets that
 * one: a button pressed twice makes no second draft.
 * @returns the draft's id, and whether it was there before; `absent` (nobody in scope follows such a plan),
 *   `unknown-setting`, or a reason of refuseStart
 */
export async function startDraft(
  by: Authorised<'observation.write'>,
  { enrolmentId, moduleSlug, kind, observedOn, setting, informed }: WantedDraft,
): Promise<Result<{ id: string; resumed: boolean }, 'absent' | 'unknown-setting' | StartRefusal>> {
  const { actorId, now } = by
  return transact(async (tx) => {
    const observed = await readObserved(tx, by, { enrolmentId, moduleSlug, observedOn })
    if (!actorId || !observed?.inReach) return refusal('absent', 'Questa persona non c’è')
    const refused = refuseStart(observed.facts)
    if (refused) return refusal(refused, startRefusals[refused])
    if (setting && !observed.module?.form.settings.includes(setting)) {
      return refusal('unknown-setting', 'Scegli un luogo dell’elenco')
    }
    const begun = await tx.observationDraft.findFirst({
      where: { observerId: actorId, enrolmentId, moduleSlug, corrects: null },
      select: { id: true },
    })
    if (begun) return success({ id: begun.id, resumed: true })
    const body: DraftBody = { kind, observedOn, ...(setting && { setting }), ...(informed && { informed }) }
    const draft = { id: randomUUID(), enrolmentId, moduleSlug, observerId: actorId, corrects: null }
    const data = { ...draft, body: JSON.stringify(body), createdAt: now, updatedAt: now }
    await tx.observationDraft.create({ data, select: { id: true } })
    return success({ id: draft.id, resumed: false })
  })
}
