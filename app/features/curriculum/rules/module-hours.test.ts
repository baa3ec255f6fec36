import { describe, expect, test } from 'vitest'
import type { Hours } from './module-content'
import { refuseLessonMinutes, refuseModuleHours, refuseTotals } from './module-hours'

const hours = (change: Partial<Hours> = {}): Hours => ({
  online: 1,
  classroom: 0,
  remote: 0,
  collaborative: 3,
  onTheJob: 0,
  ...change,
})
const texts = (findings: { path: readonly (string | number)[]; reason: string }[]) =>
  findings.map(({ path, reason }) => `${path.join('.')}: ${reason}`)

describe('refuseLessonMinutes', () => {
  // 1,300 words and 2 self-checks: 16 minutes, so from 8 to 24.
  const length = { words: 1300, checks: 2 }
  test.each([8, 16, 24])('%i minutes are plausible', (minutes) => {
    expect(refuseLessonMinutes(minutes, length)).toEqual([])
  })
  test.each([7, 25])('%i minutes are not', (minutes) => {
    expect(texts(refuseLessonMinutes(minutes, length))).toEqual([
      `minutes: ${minutes} minuti non tornano: con 1.300 parole e 2 verifiche sono circa 16`,
    ])
  })
})

describe('refuseModuleHours', () => {
  const activities = [{ minutes: 120 }, { minutes: 60 }]
  // 3,900 words and 4 self-checks are 42 minutes, 63 with half as much again.
  const lessons = [
    { words: 1950, checks: 2 },
    { words: 1950, checks: 2 },
  ]

  test('what holds', () => {
    expect(refuseModuleHours({ hours: { navigator: hours() }, exerciseMinutes: 0 }, lessons, activities)).toEqual([])
  })

  test('online hours that the lessons do not fill; exercises count', () => {
    const module = { hours: { navigator: hours(), operatore: hours({ online: 1.5 }) }, exerciseMinutes: 0 }
    expect(texts(refuseModuleHours(module, lessons, activities))).toEqual([
      'hours.operatore.online: 90 minuti in rete sono troppi: lezioni ed esercizi ne giustificano 63',
    ])
    expect(refuseModuleHours({ ...module, exerciseMinutes: 18 }, lessons, activities)).toEqual([])
  })

  test('collaborative hours that the activities do not make, for each profile', () => {
    const module = { hours: { navigator: hours({ collaborative: 2.5 }), operatore: hours() }, exerciseMinutes: 0 }
    expect(texts(refuseModuleHours(module, lessons, activities))).toEqual([
      'hours.navigator.collaborative: 150 minuti collaborativi, ma le attività ne fanno 180',
    ])
  })
})

describe('refuseTotals', () => {
  const modules = [{ hours: { navigator: hours() } }, { hours: { navigator: hours({ classroom: 0.5 }) } }]
  const sums = hours({ online: 2, classroom: 0.5, collaborative: 6 })

  test('the sums of the modules', () => {
    expect(refuseTotals({ navigator: sums }, modules)).toEqual([])
  })

  test('other sums, by profile and mode; a profile without totals, or without modules', () => {
    expect(texts(refuseTotals({ navigator: { ...sums, online: 3 } }, modules))).toEqual([
      'totals.navigator.online: navigator, online: il piano dichiara 3 ore, i moduli ne fanno 2',
    ])
    expect(texts(refuseTotals({}, modules))).toEqual([
      'totals: mancano i totali del profilo «navigator», che segue dei moduli',
    ])
    const none = { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 7 }
    expect(texts(refuseTotals({ navigator: sums, operatore: none }, modules))).toEqual([
      'totals.operatore.onTheJob: operatore, onTheJob: il piano dichiara 7 ore, i moduli ne fanno 0',
    ])
  })
})
