import type { Act, PlannedObservation, PlannedPractice, PlannedRegister } from '~/cli/demo-history/acts'
import type { Action } from '~/features/auth/rules/permission-matrix'
import {
  startCorrection as startRegisterCorrection,
  voidRegister as voidSigned,
} from '~/features/classroom/correct-register.server'
import { createDraft, saveDraft as saveRegister } from '~/features/classroom/drafts.server'
import { signRegister as signDraft } from '~/features/classroom/sign-register.server'
import { acknowledgeObservation } from '~/features/observations/acknowledge-observation.server'
import { giveSelfAssessment } from '~/features/observations/give-self-assessment.server'
import { reviewObservation } from '~/features/observations/review-observation.server'
import type { SelfRating } from '~/features/observations/rules/self-assessment'
import { saveDraft } from '~/features/observations/save-draft.server'
import { signObservation as signObservationDraft } from '~/features/observations/sign-observation.server'
import { startCorrection } from '~/features/observations/start-correction.server'
import { startDraft } from '~/features/observations/start-draft.server'
import { voidObservation as voidSignedObservation } from '~/features/observations/void-observation.server'
import { returnPractice, revokePractice, validatePractice } from '~/features/practice/decide-practice.server'
import { logPractice as log } from '~/features/practice/log-practice.server'
import { withdrawPractice } from '~/features/practice/withdraw-practice.server'
import { formatDay } from '~/lib/dates'
import { formatClock } from '~/lib/minutes'
import { authority } from './people'

type Learner = { enrolmentId: string; personId: string }
type Of<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>

/** A trainer of the whole region, or a learner, at a moment. */
function at<A extends Action>(action: A, actorId: string, now: Date) {
  const role = action === 'learning.follow' ? ('learner' as const) : ('trainer' as const)
  const scope = { kind: 'region' } as const
  const grants = [{ role, scope, startsOn: '2019-01-01' }]
  return { ...authority(action, { actorId }, now), grants, requestId: 'CLI-DEMO' }
}

/** @returns the id of the signed observation */
export async function signObservation(
  learner: Learner,
  { module: moduleSlug, observerId, kind, observedOn, body, corrects }: PlannedObservation,
  correctsId: string | null,
  now: Date,
): Promise<string> {
  const by = at('observation.write', observerId, now)
  const { setting, informed, ratings, ...rest } = body
  const { enrolmentId } = learner
  const begun = { enrolmentId, moduleSlug, kind, observedOn, setting, informed }
  const id = correctsId === null ? must(await startDraft(by, begun)).id : must(await startCorrection(by, correctsId))
  const noted = Object.fromEntries(Object.entries(ratings).map(([key, given]) => [key, { note: undefined, ...given }]))
  const saved = must(await saveDraft(by, { id, revision: 1, change: { ratings: noted, ...rest } }))
  must(await signObservationDraft(by, { id, revision: saved.revision, reason: corrects?.reason }))
  return id
}

export async function voidObservation(act: Of<'observation-voided'>, id: string): Promise<void> {
  must(await voidSignedObservation(at('observation.write', act.byId, act.at), id, act.reason))
}

export async function answerObservation(act: Of<'observation-answered'>, id: string): Promise<void> {
  const { slot, verdict, comment = '', byId, at: now } = act
  if (slot === 'learner') {
    const answer = verdict === 'disagreed' ? { verdict, comment } : { verdict: 'acknowledged' as const }
    must(await acknowledgeObservation(at('learning.follow', byId, now), id, answer))
  } else {
    const review = { verdict: verdict === 'overturned' ? verdict : ('confirmed' as const), comment }
    must(await reviewObservation(at('observation.review', byId, now), id, review))
  }
}

export async function assessSelf({ learner, module, moment, ratings, at: now }: Of<'self-assessed'>): Promise<void> {
  const by = at('learning.follow', learner.personId, now)
  must(await giveSelfAssessment(by, module, { moment, ratings: ratings as Record<string, SelfRating> }))
}

/** @returns the id of the entry */
export async function logPractice({ learner, module, ...practice }: PlannedPractice, now: Date): Promise<string> {
  const { heldOn, minutes, tasks, alongside, note } = practice
  const wanted = { moduleSlug: module, heldOn, minutes, tasks, alongside, note }
  return must(await log(at('learning.follow', learner.personId, now), wanted))
}

export async function decidePractice(act: Of<'practice-decided'>, entryId: string): Promise<void> {
  const { outcome, byId, reason = '', at: now } = act
  const by = at('practice.validate', byId, now)
  if (outcome === 'withdrawn') must(await withdrawPractice(at('learning.follow', byId, now), entryId))
  else if (outcome === 'returned') must(await returnPractice(by, { entryId, reason }))
  else if (outcome === 'revoked') must(await revokePractice(by, { entryId, reason }))
  else {
    const { validated } = must(await validatePractice(by, [entryId]))
    if (validated !== 1) throw new Error(`Practice ${entryId} was not validated`)
  }
}

type Rows = readonly { enrolmentId: string; minutes: number; reason?: string }[]

/** @returns the id of the signed register */
export async function signRegister(
  { trainerId, module: moduleSlug, mode, heldOn, startsAt, endsAt, body, corrects }: PlannedRegister,
  rows: Rows,
  correctsId: string | null,
  now: Date,
): Promise<string> {
  const by = at('register.write', trainerId, now)
  const draftId =
    correctsId === null ? must(await createDraft(by)) : must(await startRegisterCorrection(by, correctsId))
  const written = {
    moduleSlug,
    mode,
    heldOn: formatDay(heldOn),
    startsAt: formatClock(startsAt),
    endsAt: formatClock(endsAt),
    title: body.title ?? '',
    place: body.place ?? '',
    reason: corrects?.reason ?? '',
    rows: rows.map(({ enrolmentId, minutes, reason = '' }) => {
      return { enrolmentId, present: minutes > 0, minutes: minutes > 0 ? String(minutes) : '', reason }
    }),
  }
  const revision = must(await saveRegister(by, { draftId, revision: 1, body: written }))
  const signed = await signDraft(by, { draftId, revision })
  if (!signed.ok) throw new Error(`${signed.reason}: ${signed.message} ${JSON.stringify(signed.errors)}`)
  return signed.value.id
}

export async function voidRegister({ register, reason, at: now }: Of<'register-voided'>, id: string): Promise<void> {
  must(await voidSigned(at('register.write', register.trainerId, now), { registerId: id, reason }))
}

function must<Value>(result: { ok: true; value: Value } | { ok: false; reason: string; message: string }): Value {
  if (result.ok) return result.value
  throw new Error(`${result.reason}: ${result.message}`)
}
