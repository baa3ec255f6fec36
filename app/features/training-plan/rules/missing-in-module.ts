import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { testLength, unfillableCells } from '~/features/curriculum/rules/blueprint'
import { bankOf, objectiveName } from '~/features/curriculum/rules/final-test'
import { type Hours, modes, type Question } from '~/features/curriculum/rules/module-content'
import { sumOfModes } from '~/features/curriculum/rules/totals'
import { countOf, formatNumber } from '~/lib/numbers'
import { levelNames, profilePlurals } from '../plan-names'
import type { PlannedModule } from './composition'
import type { MissingFinding } from './missing-finding'

type Severity = MissingFinding['severity']

/**
 * What a module, with the settings of the composition, lacks by itself; the final test, of the others' questions.
 * @param composed all modules of the plan
 */
export function findInModule(module: PlannedModule, composed: readonly PlannedModule[]): MissingFinding[] {
  const say = (severity: Severity) => (sentence: string) => finding(severity, module, sentence)
  return [
    ...wrongHours(module).map(say('blocking')),
    ...wrongAssessment(module, bankOf(module, composed)).map(say('blocking')),
    ...wrongObservation(module).map(say('blocking')),
    ...collaborativeGap(module).map(say('warning')),
  ]
}

/** Prerequisites that cannot be met: a module is opened by others that stand before it and that its profiles take. */
export function findPrerequisites(composed: readonly PlannedModule[]): MissingFinding[] {
  return composed.flatMap((module, position) =>
    module.prerequisites.flatMap((slug) => {
      const at = composed.findIndex((candidate) => candidate.slug === slug)
      const sentence = wrongPrerequisite(module, slug, position, composed[at], at)
      if (sentence) return [finding('blocking', module, sentence)]
      const untaken = untakenPrerequisite(module, composed[at])
      // The final test opens without the modules that a profile does not take, but asks about them all the same.
      return untaken ? [finding(module.final ? 'warning' : 'blocking', module, untaken)] : []
    }),
  )
}

function finding(severity: Severity, { slug, shortTitle }: PlannedModule, sentence: string): MissingFinding {
  return { severity, where: { kind: 'module', slug }, sentence: `${shortTitle}: ${sentence}` }
}

function wrongPrerequisite(
  module: PlannedModule,
  slug: string,
  position: number,
  prerequisite: PlannedModule | undefined,
  at: number,
): string | undefined {
  if (slug === module.slug) return 'non può essere il requisito di se stesso.'
  if (!prerequisite) return `chiede prima il modulo «${slug}», che non è nel piano.`
  const { shortTitle } = prerequisite
  if (at > position) {
    // Two that ask for each other never open; that one stands after the other is only half of the story.
    return prerequisite.prerequisites.includes(module.slug)
      ? `chiede prima «${shortTitle}», che a sua volta chiede prima questo: nessuno dei due si aprirebbe.`
      : `chiede prima «${shortTitle}», che nel piano viene dopo.`
  }
  return undefined
}

function untakenPrerequisite(module: PlannedModule, prerequisite: PlannedModule | undefined): string | undefined {
  const without = takers(module).filter((profile) => !prerequisite?.hours[profile])
  if (!prerequisite || without.length === 0) return undefined
  return `chiede prima «${prerequisite.shortTitle}», che non è previsto per ${without.map((profile) => profilePlurals[profile]).join(' e ')}.`
}

function wrongHours(module: PlannedModule): string[] {
  const taken = profiles.flatMap((profile) => {
    const hours = module.hours[profile]
    return hours ? [{ name: profilePlurals[profile], hours }] : []
  })
  if (taken.length === 0) return ['nessun profilo lo segue: scegli per chi è, oppure toglilo dal piano.']
  return taken.flatMap(({ name, hours }) => {
    if (!areHalves(hours)) return [`le ore per ${name} sono intere o mezze, mai sotto lo zero.`]
    return sumOfModes(hours) > 0 || module.final ? [] : [`è previsto per ${name}, ma senza ore.`]
  })
}

function areHalves(hours: Hours) {
  return modes.every((mode) => hours[mode] >= 0 && Number.isInteger(hours[mode] * 2))
}

function wrongAssessment(module: PlannedModule, questions: readonly Question[]): string[] {
  const { assessment, objectives } = module
  const { blueprint, cut, attempts, waitHours, timeLimitMinutes } = assessment
  const total = testLength(blueprint)
  const nameOf = (id: string) => (module.final ? `«${objectiveName(module, id)}»` : id)
  const unknown = blueprint.filter(({ objective }) => !objectives.some(({ id }) => id === objective))
  return [
    ...(total > 0 ? [] : ['il test non estrae domande: scrivi quante per ogni obiettivo.']),
    ...unknown.map(({ objective }) => `il test chiede domande sull’obiettivo ${objective}, che il modulo non ha.`),
    ...unfillableCells(blueprint, questions).map(
      ({ objective, level, count, available }) =>
        `il test chiede ${countOf(count, 'domanda', 'domande')} su ${nameOf(objective)}${level ? ` (${levelNames[level]})` : ''}, ma la banca ne dà ${formatNumber(available)}.`,
    ),
    ...(cut >= 1 ? [] : ['il test si supererebbe senza risposte giuste: la soglia parte da 1.']),
    ...(cut <= total || total === 0
      ? []
      : [`la soglia del test è ${countOf(cut, 'risposta giusta', 'risposte giuste')} su ${formatNumber(total)}.`]),
    ...(attempts >= 1 ? [] : ['il test ha bisogno di almeno un tentativo.']),
    ...((attempts <= 1 || waitHours.length > 0) && waitHours.every((hours) => hours >= 0)
      ? []
      : ['manca l’attesa dopo un test non superato: scrivi almeno un numero di ore, anche zero.']),
    ...(timeLimitMinutes === undefined || timeLimitMinutes >= 1 ? [] : ['il tempo del test parte da un minuto.']),
  ]
}

function wrongObservation(module: PlannedModule): string[] {
  const { observation, form } = module
  if (!observation) return []
  if (!form) return ['chiede osservazioni, ma non ha la scheda.']
  const { required, observers, cutPercent } = observation
  return [
    ...(required >= 1 ? [] : ['le osservazioni richieste partono da una: altrimenti togli la regola.']),
    ...(observers >= 1 && observers <= Math.max(required, 1)
      ? []
      : ['chi osserva va da una persona al numero delle osservazioni richieste.']),
    ...(cutPercent >= 1 && cutPercent <= 100 ? [] : ['la soglia dell’osservazione va dall’1 al 100 %.']),
    ...takers(module)
      .filter((profile) => !form.criteria.some((criterion) => criterion[profile]))
      .map((profile) => `la scheda di osservazione non ha criteri per ${profilePlurals[profile]}.`),
  ]
}

function collaborativeGap(module: PlannedModule): string[] {
  const minutes = module.activities.reduce((sum, activity) => sum + activity.minutes, 0)
  return takers(module).flatMap((profile) => {
    const hours = module.hours[profile]?.collaborative ?? 0
    if (hours * 60 === minutes) return []
    return [
      `le ore collaborative per ${profilePlurals[profile]} sono ${formatNumber(hours)}, le attività ne riempiono ${formatNumber(minutes / 60)}.`,
    ]
  })
}

function takers({ hours }: Pick<PlannedModule, 'hours'>): Profile[] {
  return profiles.filter((profile) => hours[profile] !== undefined)
}
