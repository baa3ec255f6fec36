import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { testLength } from '~/features/curriculum/rules/blueprint'
import { objectiveName } from '~/features/curriculum/rules/final-test'
import {
  type CollaborativeActivity,
  type Criterion,
  type Ground,
  type JobAid,
  type LessonText,
  modes,
  type Question,
} from '~/features/curriculum/rules/module-content'
import { sumOfModes, totalHours } from '~/features/curriculum/rules/totals'
import { formatDay } from '~/lib/dates'
import { countOf, formatNumber } from '~/lib/numbers'
import { levelNames, modeNames, profilePlurals } from '../plan-names'
import type { PlannedModule } from './composition'
import type { PlanDocument } from './plan-document'

/** One thing that a part of a document says, as it is read; nothing when the part does not have it. */
export type Facet = { label: string; kind: 'number' | 'text'; text: string | undefined }

const forWhom: Record<Profile, string> = { navigator: 'per i Navigator', operatore: 'per gli operatori CPI' }

/** What entries of the act's table and targets of the plan are called, by id; tasks and acts go by their codes. */
export type Names = ReadonlyMap<string, string>

function named(ids: readonly string[], names: Names) {
  return ids.map((id) => names.get(id) ?? id).join(', ')
}

/** What the plan says of itself, apart from its modules and its sizing by entry. */
export function planFacets(plan: PlanDocument): Facet[] {
  const totals = totalHours(plan.modules)
  const total = (profile: Profile) => {
    const taken = totals[profile]
    return hours(taken ? sumOfModes(taken) : 0)
  }
  return [
    words('titolo', plan.title),
    words('giorno delle norme', formatDay(plan.normsAt)),
    ...profiles.map((profile) => number(`ore in tutto ${forWhom[profile]}`, total(profile))),
  ]
}

export function sizingFacets({ sizing }: PlanDocument): Facet[] {
  return [number('persone per classe', formatNumber(sizing.classSize))]
}

/** How many people of an entry the plan trains. */
export function entryFacets({ places, navigators, operators }: PlanDocument['sizing']['entries'][number]): Facet[] {
  return [
    number('posti Navigator', formatNumber(places)),
    number('Navigator da formare', formatNumber(navigators)),
    number('operatori da formare', formatNumber(operators)),
  ]
}

/** What a module says, apart from the parts that have an identity of their own. */
export function moduleFacets(module: PlannedModule, names: Names): Facet[] {
  const { trains } = module
  const profileHours = profiles.flatMap((profile) =>
    modes.map((mode) =>
      number(`ore ${modeNames[mode]} ${forWhom[profile]}`, hours(module.hours[profile]?.[mode] ?? 0)),
    ),
  )
  return [
    words('titolo', module.title),
    words('titolo breve', module.shortTitle),
    words('in breve', module.summary),
    words(
      'chi lo segue',
      profiles
        .filter((one) => module.hours[one])
        .map((one) => profilePlurals[one])
        .join(', '),
    ),
    ...profileHours,
    number('ore di esercizio', hours(module.exerciseMinutes / 60)),
    words('moduli da superare prima', named(module.prerequisites, names)),
    words('fasi', module.phases.join(', ')),
    words('attività dei Navigator formate', trains.tasks.join(', ')),
    words('compiti dei CPI formati', trains.acts.join(', ')),
    words('LEP formati', named(trains.leps, names)),
    words('temi dell’art. 5', named(trains.topics, names)),
    words('ambiti dell’art. 2', named(trains.areas, names)),
    words('obiettivi', module.objectives.map(({ id, text }) => `${id} ${text}`).join('\n')),
  ]
}

/** The rule of a module's test. */
export function assessmentFacets(module: PlannedModule): Facet[] {
  const { assessment, cutReason, final } = module
  const { blueprint, cut, attempts, waitHours, timeLimitMinutes } = assessment
  return [
    number('domande estratte', formatNumber(testLength(blueprint))),
    number('risposte giuste per superarlo', formatNumber(cut)),
    words('perché questa soglia', cutReason),
    number('tentativi', formatNumber(attempts)),
    number('ore di attesa dopo ogni tentativo', waitHours.map(formatNumber).join(', ')),
    number('tempo', timeLimitMinutes === undefined ? 'senza limite' : countOf(timeLimitMinutes, 'minuto', 'minuti')),
    words(
      final ? 'domande per modulo' : 'domande per obiettivo',
      blueprint
        .map(
          ({ objective, level, count }) =>
            `${objectiveName(module, objective)}${level ? `, ${levelNames[level]}` : ''}: ${count}`,
        )
        .join('\n'),
    ),
  ]
}

/** When the observation of a module is met, and what its form says above the criteria. */
export function observationFacets({ observation, form }: Pick<PlannedModule, 'observation' | 'form'>): Facet[] {
  return [
    number('osservazioni richieste', formatted(observation?.required)),
    number('osservatori diversi', formatted(observation?.observers)),
    number('punteggio richiesto', observation && `${formatNumber(observation.cutPercent)} %`),
    words('titolo della scheda', form?.title),
    words('situazioni', form?.settings.join('\n')),
  ]
}

export function lessonFacets({ title, lead, minutes, objectives, see, markdown }: LessonText): Facet[] {
  return [
    words('titolo', title),
    words('introduzione', lead),
    number('minuti di lettura', formatNumber(minutes)),
    words('obiettivi', objectives.join(', ')),
    words('rimandi alla guida', see.join(', ')),
    words('testo', markdown),
  ]
}

/** A question without its key. The options in their order, so that one that moves is seen. */
export function questionFacets({ stem, options, objective, level, tests, ...ground }: Question, names: Names): Facet[] {
  return [
    words('testo', stem),
    words('risposte', options.map(({ id, text }) => `${id}) ${text}`).join('\n')),
    words('obiettivo', objective),
    words('livello', levelNames[level]),
    words('che cosa verifica', named(tests, names)),
    ...groundFacets(ground),
  ]
}

export function criterionFacets(criterion: Criterion, names: Names): Facet[] {
  return [
    words('per gli operatori CPI', criterion.operatore),
    words('per i Navigator', criterion.navigator),
    words('critico', criterion.critical ? 'sì' : 'no'),
    words('che cosa osserva', named(criterion.observes, names)),
    words('raggiunto', criterion.met),
    words('raggiunto in parte', criterion.partly),
    words('non raggiunto', criterion.notMet),
    ...groundFacets(criterion),
  ]
}

export function activityFacets(activity: CollaborativeActivity): Facet[] {
  return [
    words('titolo', activity.title),
    number('minuti', formatNumber(activity.minutes)),
    words('scopo', activity.purpose),
    words('passi', activity.steps.join('\n')),
    words('che cosa si produce', activity.product),
    words('per chi forma', activity.trainer),
    ...groundFacets(activity),
  ]
}

export function jobAidFacets({ title, lead, markdown }: JobAid): Facet[] {
  return [words('titolo', title), words('introduzione', lead), words('testo', markdown)]
}

function groundFacets({ facts, practice }: Ground): Facet[] {
  return [words('fonti', facts?.join(', ')), words('buona prassi', practice ? 'sì' : 'no')]
}

function words(label: string, text: string | undefined): Facet {
  return { label, kind: 'text', text }
}

function number(label: string, text: string | undefined): Facet {
  return { label, kind: 'number', text }
}

function formatted(value: number | undefined) {
  return value === undefined ? undefined : formatNumber(value)
}

function hours(value: number) {
  return `${formatNumber(value)} h`
}
