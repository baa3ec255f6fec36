import { describe, expect, test } from 'vitest'
import type { ModuleSettings } from '~/features/curriculum/rules/module-content'
import { compareLines } from './compare-lines'
import { hoursLine, ruleLine, settingsLines } from './settings-lines'

const hours = { online: 1, classroom: 2, remote: 0, collaborative: 0.5, onTheJob: 12 }
const settings: ModuleSettings = {
  hours: { navigator: hours, operatore: { ...hours, onTheJob: 6 } },
  prerequisites: ['primo'],
  assessment: {
    blueprint: [
      { objective: 'O1', level: 'apply', count: 2 },
      { objective: 'O1', count: 1 },
    ],
    cut: 2,
    attempts: 3,
    waitHours: [1, 24],
    timeLimitMinutes: 20,
  },
  observation: { required: 2, observers: 1, cutPercent: 70 },
}
const { assessment } = settings

describe('in one line', () => {
  test.each([
    [settings.hours, 'Navigator 15,5 h, operatori CPI 9,5 h'],
    [{ operatore: hours }, 'operatori CPI 15,5 h'],
    [{}, 'nessun profilo lo segue'],
  ])('hours', (given, line) => {
    expect(hoursLine(given)).toBe(line)
  })

  test.each([
    [settings, 'Test: 2 risposte giuste su 3, 3 tentativi, 20 minuti. Osservazioni: 2, soglia 70\u202f%.'],
    [
      { assessment: { ...assessment, cut: 1, attempts: 1, timeLimitMinutes: undefined } },
      'Test: 1 risposta giusta su 3, 1 tentativo. Osservazioni: nessuna.',
    ],
    [
      { assessment, observation: { required: 3, observers: 2, cutPercent: 60 } },
      'Test: 2 risposte giuste su 3, 3 tentativi, 20 minuti. Osservazioni: 3 di 2 persone diverse, soglia 60\u202f%.',
    ],
  ])('rules', (given, line) => {
    expect(ruleLine(given)).toBe(line)
  })
})

describe('field by field', () => {
  const differs = (other: Partial<ModuleSettings>) =>
    compareLines(settingsLines(settings, String), settingsLines({ ...settings, ...other }, String)).map(
      ({ label, now, typed }) => `${label}: ${now} → ${typed}`,
    )
  const ofTest = (change: Partial<typeof assessment>) => ({ assessment: { ...assessment, ...change } })

  test.each<[Partial<ModuleSettings>, string[]]>([
    [{}, []],
    [{ hours: { ...settings.hours, navigator: { ...hours, onTheJob: 8 } } }, ['Ore sul lavoro, Navigator: 12 → 8']],
    [{ prerequisites: [] }, ['Moduli da superare prima: primo → nessuno']],
    [ofTest({ cut: 3 }), ['Risposte giuste per superare il test: 2 → 3']],
    [ofTest({ attempts: 2 }), ['Tentativi: 3 → 2']],
    [ofTest({ waitHours: [2] }), ['Ore di attesa dopo un test non superato: 1, 24 → 2']],
    [ofTest({ timeLimitMinutes: undefined }), ['Tempo del test: 20 minuti → senza limite']],
    [
      ofTest({ blueprint: [{ objective: 'O1', count: 4 }] }),
      ['Domande su O1, applicare: 2 → –', 'Domande su O1, di ogni livello: 1 → 4'],
    ],
    [{ observation: undefined }, ['Osservazioni: 2, soglia 70\u202f% → nessuna']],
  ])('what changed is one line', (change, lines) => {
    expect(differs(change)).toEqual(lines)
  })

  test('a profile that no longer takes the module is said in each of its hours', () => {
    expect(differs({ hours: { navigator: hours } })).toHaveLength(5)
  })
})
