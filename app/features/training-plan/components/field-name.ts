import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { type Level, levels, type Mode, modes } from '~/features/curriculum/rules/module-content'
import { levelNames, modeNames, profilePlurals } from '../plan-names'
import type { Bank } from './blueprint-fields'

const names: Record<string, string> = {
  cut: 'Risposte giuste per superarlo',
  attempts: 'Tentativi',
  waitHours: 'Ore di attesa',
  timeLimitMinutes: 'Minuti per il test',
  required: 'Osservazioni positive richieste',
  observers: 'Persone diverse',
  cutPercent: 'Soglia',
}

/** What the fields of a module's settings are called in the summary of errors, by the key of the form. */
export function fieldName(bank: Bank): (key: string) => string | undefined {
  const cells = new Map<string, string>()
  for (const profile of profiles) {
    for (const mode of modes) cells.set(`hours.${profile}.${mode}`, hoursName(profile, mode))
  }
  bank.forEach(({ name }, index) => {
    for (const level of levels) cells.set(`blueprint[${index}].${level}`, levelName(name, level))
    cells.set(`blueprint[${index}].any`, `${name}, livello qualsiasi`)
  })
  return (key) => names[key] ?? cells.get(key)
}

function hoursName(profile: Profile, mode: Mode) {
  return `${profilePlurals[profile]}, ore ${modeNames[mode]}`
}

function levelName(objective: string, level: Level) {
  return `${objective}, livello ${levelNames[level]}`
}
