import { describeAttempts, describeLength } from '~/features/assessments/assessment-words'
import { profileNames } from '~/features/auth/role-names'
import { profiles } from '~/features/auth/rules/profiles'
import { content } from '~/features/curriculum/content.server'
import { testLength } from '~/features/curriculum/rules/blueprint'
import { trainingModules } from '~/features/curriculum/rules/final-test'
import { type AssessmentRule, type CollaborativeActivity, modes } from '~/features/curriculum/rules/module-content'
import { formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { countOf } from '~/lib/numbers'
import { guideLinks } from './guide-links.server'
import type { ActivityView, CriterionView, ModuleView, ObservationView } from './learning-views'
import { modeTitle } from './mode-title'
import type { ReadableModule } from './readable-module.queries.server'
import type { LearnerModule } from './rules/learner-module'
import { hoursByMode, hoursText } from './rules/module-standing'
import { observationText } from './rules/next-step-words'

/**
 * A module as its page shows it: nothing of its questions.
 * @param own the module as its learner stands in it; undefined for those who do not follow it
 */
export function moduleView(readable: ReadableModule, own: LearnerModule | undefined): ModuleView {
  const { plan, module, profile, forTrainers } = readable
  const taken = plan.modules.filter(({ hours }) => profile === null || hours[profile])
  const { slug, title, shortTitle, summary, trains } = module
  return {
    slug,
    title,
    shortTitle,
    summary,
    final: module.final ?? false,
    kick: module.final
      ? `Alla fine del piano, versione ${plan.number}`
      : `Modulo ${taken.indexOf(module) + 1} di ${trainingModules(taken).length}, piano versione ${plan.number}`,
    objectives: module.objectives.map(({ id, text }) => (module.final ? `${text}: ${askedOf(module, id)}` : text)),
    lessons: module.lessons.map((lesson) => {
      const readOn = own?.lessons.find((one) => one.slug === lesson.slug)?.readOn
      return {
        slug: lesson.slug,
        title: lesson.title,
        minutes: lesson.minutes,
        readOn: readOn === undefined ? null : formatDay(readOn),
      }
    }),
    hours: own ? [{ who: null, modes: ownHours(own) }] : plannedHours(readable),
    testRule: testRule(module.assessment),
    prerequisites: taken
      .filter((one) => module.prerequisites.includes(one.slug))
      .map((one) => ({ slug: one.slug, title: one.title })),
    activities: module.activities.map((activity) => activityView(activity, forTrainers)),
    observation: observationView(readable),
    phases: guideLinks(module.phases.map((number) => `fase-${number}`)),
    tasks: guideLinks(trains.tasks),
    acts: guideLinks(trains.acts),
    leps: content()
      .targets.leps.filter(({ id }) => trains.leps.includes(id))
      .map((lep) => lep.title),
    hasJobAid: module.jobAid !== undefined,
  }
}

/** How many questions the final test asks of a module. */
function askedOf({ assessment }: ReadableModule['module'], slug: string) {
  const count = testLength(assessment.blueprint.filter(({ objective }) => objective === slug))
  return countOf(count, 'domanda', 'domande')
}

function ownHours(own: LearnerModule) {
  return hoursByMode([own]).map((hours) => ({ name: modeTitle(hours.mode), text: hoursText(hours) }))
}

function plannedHours({ module, profile }: ReadableModule): ModuleView['hours'] {
  return profiles
    .filter((one) => profile === null || one === profile)
    .flatMap((one) => {
      const hours = module.hours[one]
      if (!hours) return []
      const asked = modes.filter((mode) => hours[mode] > 0)
      const who = profile === null ? (profileNames[one] ?? one) : null
      return [{ who, modes: asked.map((mode) => ({ name: modeTitle(mode), text: formatMinutes(hours[mode] * 60) })) }]
    })
}

/** "8 domande, ne servono 6 giuste, in 20 minuti. 3 tentativi: il secondo dopo 1 ora, il terzo dopo 24 ore." */
function testRule(rule: AssessmentRule) {
  const { timeLimitMinutes } = rule
  const time = timeLimitMinutes ? `, in ${countOf(timeLimitMinutes, 'minuto', 'minuti')}` : ''
  return `${describeLength(rule)}${time}. ${describeAttempts(rule)}`
}

function activityView(activity: CollaborativeActivity, forTrainers: boolean): ActivityView {
  const { id, title, minutes, purpose, product, steps, trainer } = activity
  const shown = { id, title, time: formatMinutes(minutes), purpose, product }
  return forTrainers ? { ...shown, leading: { steps, trainer } } : shown
}

function observationView({ module, profile }: ReadableModule): ObservationView | null {
  const { form, observation } = module
  if (!form || !observation || observation.required === 0) return null
  const criteria = form.criteria.map(({ id, critical, ...variants }): CriterionView => {
    const shown = profiles.filter((one) => (profile === null || one === profile) && variants[one])
    const named = (one: (typeof profiles)[number]) => (profile === null ? (profileNames[one] ?? one) : null)
    return { id, critical, texts: shown.map((one) => ({ who: named(one), text: variants[one] ?? '' })) }
  })
  return {
    rule: `${observationText({ observation })} La scheda è «${form.title}».`,
    settings: form.settings,
    criteria: criteria.filter(({ texts }) => texts.length > 0),
  }
}
