import type { DraftBody } from '~/features/observations/rules/observation'
import { criteriaOf } from '~/features/observations/rules/outcome'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { type Day, dayOf, formatDay } from '~/lib/dates'
import type { Act, PlannedRegister } from './acts'
import { type Calendar, minutesAfter } from './calendar'
import type { Ledger } from './ledger'
import { strengths } from './texts'

/**
 * What the demo's trainer has begun and not signed: an observation of somebody who waits for it, and a register. Both
 * were begun an hour before the anchor.
 */
export function addDrafts(
  rows: Pick<Ledger, 'add'>,
  acts: readonly Act[],
  plan: FrozenPlan,
  { trainerId, calendar }: { trainerId: string; calendar: Calendar },
): void {
  const at = minutesAfter(calendar.anchor, -60)
  const dates = { createdAt: at, updatedAt: at, revision: 1 }
  const last = acts.findLast((act) => act.kind === 'register-signed' && act.register.trainerId === trainerId)
  if (last?.kind === 'register-signed') {
    const body = JSON.stringify(registerDraft(last.register, calendar.days.at(-2) ?? dayOf(at)))
    rows.add('RegisterDraft', { id: `${last.register.id.slice(0, -4)}d0d0`, trainerId, body, ...dates })
  }
  const signed = acts.findLast((act) => act.kind === 'observation-signed' && act.observation.observerId === trainerId)
  if (signed?.kind !== 'observation-signed') return
  const { id, learner, module: slug } = signed.observation
  const form = plan.modules.find((module) => module.slug === slug)?.form
  const criteria = form ? criteriaOf(form, learner.profile) : []
  const draft: DraftBody = {
    kind: 'simulation',
    observedOn: dayOf(at),
    ratings: Object.fromEntries(criteria.slice(0, 4).map((criterion) => [criterion.id, { rating: 'met' as const }])),
    strength: strengths[0],
  }
  rows.add('ObservationDraft', {
    ...{ id: `${id.slice(0, -4)}d0d0`, enrolmentId: learner.enrolmentId, moduleSlug: slug, observerId: trainerId },
    ...{ body: JSON.stringify(draft), ...dates },
  })
}

/** As the form of a register keeps it, word for word (classroom/rules/register, RegisterDraftBody). */
function registerDraft({ module, mode, startsAt, endsAt, learners, body }: PlannedRegister, heldOn: Day) {
  const { title = '', place = '' } = body
  const row = (enrolmentId: string) => ({ enrolmentId, present: true, minutes: '', reason: '' })
  return {
    moduleSlug: module,
    mode,
    heldOn: formatDay(heldOn),
    startsAt: clock(startsAt),
    endsAt: clock(endsAt),
    title,
    place,
    reason: '',
    rows: learners.slice(0, 6).map(({ enrolmentId }) => row(enrolmentId)),
  }
}

function clock(minutes: number) {
  return `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`
}
