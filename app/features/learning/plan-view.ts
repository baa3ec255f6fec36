import { describeLength } from '~/features/assessments/assessment-words'
import type { ActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { profilePlurals } from '~/features/training-plan/plan-names'
import { formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import type { ModuleRow, PlanView, StopState } from './learning-views'
import { modeTitle } from './mode-title'
import type { LearnerModule } from './rules/learner-module'
import { hoursByMode, hoursText, moduleStanding, moduleStateText, totalHours } from './rules/module-standing'
import { type NextStep, nextStep } from './rules/next-step'
import { nextStepWords } from './rules/next-step-words'
import { ownObservationWords } from './rules/own-observations-words'

type OwnPlan = {
  enrolment: Pick<ActiveEnrolment, 'profile' | 'completedAt'>
  plan: Pick<FrozenPlan, 'number'>
  modules: readonly LearnerModule[]
}

/** One's own plan as its page shows it. */
export function planView({ enrolment, plan, modules }: OwnPlan): PlanView {
  const step = nextStep(modules)
  const total = totalHours(modules)
  return {
    kick: `Piano formativo per ${profilePlurals[enrolment.profile]}, versione ${plan.number}`,
    step: nextStepWords(step, enrolment.completedAt),
    modules: modules.map((module) => moduleRow(module, step)),
    toAcknowledge: modules.flatMap(observationsToAcknowledge),
    hours: {
      done: formatMinutes(total.done),
      required: formatMinutes(total.required),
      percent: total.required === 0 ? 0 : Math.floor((total.done * 100) / total.required),
      modes: hoursByMode(modules).map((hours) => ({ name: modeTitle(hours.mode), text: hoursText(hours) })),
    },
  }
}

function observationsToAcknowledge({ shortTitle, observations }: LearnerModule) {
  return ownObservationWords(observations)
    .filter(({ toAcknowledge }) => toAcknowledge)
    .map(({ id, observedOn }) => ({ id, text: `«${shortTitle}», ${formatDay(observedOn)}` }))
}

function moduleRow(module: LearnerModule, step: NextStep): ModuleRow {
  const state = stopState(module, step)
  const { slug, number, title, shortTitle } = module
  return {
    slug,
    number,
    ...(module.final && { final: true }),
    title,
    shortTitle,
    state,
    stateText: state === 'now' ? 'Sei qui' : moduleStateText(module),
    hours: module.final ? describeLength(module.assessment) : formatMinutes(totalHours([module]).required),
    standing: moduleStanding(module),
  }
}

function stopState(module: LearnerModule, step: NextStep): StopState {
  if (module.completedAt) return 'done'
  return step.kind !== 'complete' && step.module.slug === module.slug ? 'now' : 'todo'
}
