import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { modes } from '~/features/curriculum/rules/module-content'
import type { PlannedEntry } from './plan-document'
import { defaultSizing, isOverPlaces, matchesTable, refreshPlaces, type SizingEntry, sizePlan } from './sizing'

const entries: SizingEntry[] = [
  { id: 'BG.a', name: 'CPI Albino', provinceCode: 'BG', provinceName: 'Bergamo', navigatorPlaces: 4 },
  { id: 'BG.b', name: 'CPI Lovere', provinceCode: 'BG', provinceName: 'Bergamo', navigatorPlaces: 2 },
  { id: 'LO.a', name: 'CPI Lodi', provinceCode: 'LO', provinceName: 'Lodi', navigatorPlaces: 3 },
]
const none = { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
const planned = (...people: [navigators: number, operators: number][]): PlannedEntry[] =>
  people.map(([navigators, operators], index) => ({
    entry: entries[index]?.id ?? '',
    places: entries[index]?.navigatorPlaces ?? 0,
    navigators,
    operators,
  }))
const size = (people: [number, number][], modules: Parameters<typeof sizePlan>[1], classSize = 20) =>
  sizePlan({ classSize, entries: planned(...people) }, modules, entries)

describe('people', () => {
  test('a first draft fills the places of the act and takes the operators on duty', () => {
    const sizing = defaultSizing(entries, new Map([['BG.b', 7]]), 20)
    expect(sizing.entries).toEqual(planned([4, 0], [2, 7], [3, 0]))
  })

  test('add up over provinces in the order of the act', () => {
    const plan = size(
      [
        [4, 1],
        [2, 5],
        [3, 0],
      ],
      [],
    )
    expect(
      plan.provinces.map(({ code, places, navigators, operators }) => [code, places, navigators, operators]),
    ).toEqual([
      ['BG', 6, 6, 6],
      ['LO', 3, 3, 0],
    ])
    expect(plan.total).toMatchObject({ places: 9, navigators: 9, operators: 6 })
    expect(plan.provinces[0]?.entries.map(({ name }) => name)).toEqual(['CPI Albino', 'CPI Lovere'])
  })

  test.each([
    [4, 4, false],
    [4, 5, true],
    [0, 0, false],
    [0, 1, true],
  ])('over %i places with %i Navigators: %s', (places, navigators, over) => {
    expect(isOverPlaces({ places, navigators })).toBe(over)
  })
})

describe('the table of the act', () => {
  const sizing = { classSize: 20, entries: planned([4, 1], [2, 5], [3, 0]) }

  test('a sizing of this table matches it, whatever the order', () => {
    expect(matchesTable(sizing, entries)).toBe(true)
    expect(matchesTable({ ...sizing, entries: sizing.entries.toReversed() }, entries)).toBe(true)
  })

  test('another place, one entry less, one more: it does not', () => {
    const other = sizing.entries.map((entry) => ({ ...entry, places: 9 }))
    expect(matchesTable({ ...sizing, entries: other }, entries)).toBe(false)
    expect(matchesTable({ ...sizing, entries: sizing.entries.slice(1) }, entries)).toBe(false)
    expect(matchesTable({ ...sizing, entries: [...sizing.entries, ...planned([1, 1])] }, entries)).toBe(false)
  })

  test('refreshed, people stay and places are those of the table', () => {
    const old = { classSize: 20, entries: [{ entry: 'BG.a', places: 9, navigators: 5, operators: 2 }] }
    const { entries: fresh } = refreshPlaces(old, entries)
    expect(fresh).toEqual(planned([5, 2], [0, 0], [0, 0]))
  })
})

describe('what the plan asks of a province', () => {
  const both = { ...none, online: 1, classroom: 2 }

  test('groups are made of all its people, rounded up', () => {
    expect(
      size(
        [
          [4, 16],
          [1, 0],
          [0, 0],
        ],
        [],
      ).provinces.map(({ groups }) => groups),
    ).toEqual([2, 0])
    expect(
      size(
        [
          [4, 16],
          [0, 0],
          [0, 0],
        ],
        [],
      ).provinces[0]?.groups,
    ).toBe(1)
  })

  test('hours of people, of trainers, observations', () => {
    const observation = { required: 2, observers: 1, cutPercent: 70 }
    const module = { hours: { navigator: { ...both, onTheJob: 12 }, operatore: { ...both, onTheJob: 6 } }, observation }
    const [bergamo] = size(
      [
        [4, 10],
        [2, 10],
        [0, 0],
      ],
      [module],
    ).provinces
    expect(bergamo?.personHours).toEqual({ ...none, online: 26, classroom: 52, onTheJob: 6 * 12 + 20 * 6 })
    // 26 people whose hours in class are the same make two groups of 20 at most.
    expect(bergamo?.trainerHours).toEqual({ classroom: 4, remote: 0, collaborative: 0 })
    expect(bergamo?.observations).toBe(52)
  })

  test('people whose hours differ do not sit together; a profile that does not take a module counts for nothing', () => {
    const apart = { hours: { navigator: both, operatore: { ...both, classroom: 3 } } }
    expect(
      size(
        [
          [4, 10],
          [0, 0],
          [0, 0],
        ],
        [apart],
      ).provinces[0]?.trainerHours.classroom,
    ).toBe(5)
    const navigators = { hours: { navigator: both } }
    expect(
      size(
        [
          [4, 10],
          [0, 0],
          [0, 0],
        ],
        [navigators],
      ).provinces[0],
    ).toMatchObject({
      personHours: { classroom: 8 },
      trainerHours: { classroom: 2 },
    })
  })

  test('no class size makes no groups, not endless ones', () => {
    expect(
      size(
        [
          [4, 10],
          [0, 0],
          [0, 0],
        ],
        [{ hours: { navigator: both } }],
        0,
      ).total,
    ).toMatchObject({
      groups: 0,
      trainerHours: { classroom: 0 },
    })
  })

  test('the total is the sum of the provinces; when all have the same hours, trainers lead each group once', () => {
    const people = fc.tuple(fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(people, people, people, fc.integer({ min: 1, max: 40 }), fc.nat(20), (a, b, c, classSize, hours) => {
        const module = { hours: { navigator: { ...none, classroom: hours }, operatore: { ...none, classroom: hours } } }
        const { provinces, total } = size([a, b, c], [module], classSize)
        for (const mode of modes) {
          expect(total.personHours[mode]).toBe(provinces.reduce((sum, one) => sum + one.personHours[mode], 0))
        }
        expect(total.trainerHours.classroom).toBe(total.groups * hours)
        expect(total.groups * classSize).toBeGreaterThanOrEqual(total.navigators + total.operators)
      }),
    )
  })
})
