import { profiles } from '~/features/auth/rules/profiles'
import { testLength } from '~/features/curriculum/rules/blueprint'
import {
  type AssessmentRule,
  type BlueprintCell,
  type ModuleSettings,
  modes,
  type ObservationRule,
} from '~/features/curriculum/rules/module-content'
import { sumOfModes } from '~/features/curriculum/rules/totals'
import { countOf, formatNumber } from '~/lib/numbers'
import { levelNames, modeNames, profilePlurals } from '../plan-names'
import type { Line } from './compare-lines'

/**
 * The settings of a module, field by field as a form has them.
 * @param titleOf what a module is called, for the prerequisites
 */
export function settingsLines(settings: ModuleSettings, titleOf: (slug: string) => string): Line[] {
  const { hours, prerequisites, assessment, observation } = settings
  return [
    ...profiles.flatMap((profile) =>
      modes.map((mode) => ({
        key: `${profile}.${mode}`,
        label: `Ore ${modeNames[mode]}, ${profilePlurals[profile]}`,
        value: hours[profile] ? formatNumber(hours[profile][mode]) : 'non lo seguono',
      })),
    ),
    {
      key: 'prerequisites',
      label: 'Moduli da superare prima',
      value: prerequisites.map(titleOf).join(', ') || 'nessuno',
    },
    ...blueprintLines(assessment.blueprint, titleOf),
    { key: 'cut', label: 'Risposte giuste per superare il test', value: formatNumber(assessment.cut) },
    { key: 'attempts', label: 'Tentativi', value: formatNumber(assessment.attempts) },
    { key: 'waitHours', label: 'Ore di attesa dopo un test non superato', value: assessment.waitHours.join(', ') },
    {
      key: 'timeLimitMinutes',
      label: 'Tempo del test',
      value: assessment.timeLimitMinutes ? `${formatNumber(assessment.timeLimitMinutes)} minuti` : 'senza limite',
    },
    { key: 'observation', label: 'Osservazioni', value: observationLine(observation) },
  ]
}

/** "Navigator 18 h, operatori CPI 12 h" */
export function hoursLine(hours: ModuleSettings['hours']): string {
  const taken = profiles.flatMap((profile) => {
    const one = hours[profile]
    return one ? [`${profilePlurals[profile]} ${formatNumber(sumOfModes(one))} h`] : []
  })
  return taken.join(', ') || 'nessun profilo lo segue'
}

/** The same for a whole plan, of its totals. */
export function hoursOfPlan(totals: ModuleSettings['hours']): string {
  return Object.keys(totals).length === 0 ? 'nessuna ora' : hoursLine(totals)
}

/** "Test: 6 risposte giuste su 8, 3 tentativi. Osservazioni: 2, soglia 70 %." */
export function ruleLine({ assessment, observation }: Pick<ModuleSettings, 'assessment' | 'observation'>): string {
  return `Test: ${assessmentLine(assessment)}. Osservazioni: ${observationLine(observation)}.`
}

function assessmentLine({ blueprint, cut, attempts, timeLimitMinutes }: AssessmentRule) {
  const right = countOf(cut, 'risposta giusta', 'risposte giuste')
  const time = timeLimitMinutes ? `, ${formatNumber(timeLimitMinutes)} minuti` : ''
  return `${right} su ${formatNumber(testLength(blueprint))}, ${countOf(attempts, 'tentativo', 'tentativi')}${time}`
}

function observationLine(observation: ObservationRule | undefined) {
  if (!observation) return 'nessuna'
  const { required, observers, cutPercent } = observation
  const by = observers > 1 ? ` di ${observers} persone diverse` : ''
  return `${formatNumber(required)}${by}, soglia ${formatNumber(cutPercent)}\u202f%`
}

/** Of the final test the objectives are modules, which have a title. */
function blueprintLines(blueprint: readonly BlueprintCell[], titleOf: (slug: string) => string): Line[] {
  return blueprint.map(({ objective, level, count }) => ({
    key: `blueprint.${objective}.${level ?? 'any'}`,
    label: `Domande su ${titleOf(objective)}, ${level ? levelNames[level] : 'di ogni livello'}`,
    value: formatNumber(count),
  }))
}
