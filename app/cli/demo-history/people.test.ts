import { beforeAll, describe, expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { findEntries } from '~/features/territory/territory.queries.server'
import { inventPeople, operatorsByEntry, type PlacedEntry } from './people'

let entries: PlacedEntry[] = []
beforeAll(async () => {
  await loadTerritory()
  entries = await findEntries()
})

const nobody = [] as const
const como = 'CO.cpi-como'

describe('the invented people', () => {
  test('329 Navigators lie as the act’s table says, 120 operators in all entries', () => {
    const people = inventPeople('seed', entries, nobody)
    for (const { id, navigatorPlaces } of entries) {
      const at = people.filter(({ homeEntryId }) => homeEntryId === id)
      expect(at.filter(({ profile }) => profile === 'navigator').length, id).toBe(navigatorPlaces)
      expect(at.filter(({ profile }) => profile === 'operatore').length, id).toBeGreaterThan(0)
    }
    expect(people.filter(({ profile }) => profile === 'navigator')).toHaveLength(329)
    expect(people.filter(({ profile }) => profile === 'operatore')).toHaveLength(120)
  })

  test('two trainers and one responsible for each province', () => {
    const staff = inventPeople('seed', entries, nobody).filter(({ profile }) => !profile)
    const counted = staff.map(({ grant }) => `${grant.role} ${grant.scope.kind === 'province' && grant.scope.province}`)
    expect(new Set(counted).size).toBe(24)
    expect(counted.filter((one) => one.startsWith('trainer'))).toHaveLength(24)
    expect(counted.filter((one) => one.startsWith('centre-manager'))).toHaveLength(12)
  })

  test('whoever of the nine has a place leaves one less', () => {
    const taken = [
      { profile: 'navigator' as const, homeEntryId: como },
      { profile: 'operatore' as const, homeEntryId: como },
      { trainerOf: 'CO' },
    ]
    const all = inventPeople('seed', entries, nobody)
    const rest = inventPeople('seed', entries, taken)
    expect(rest).toHaveLength(all.length - 3)
    expect(rest.filter(({ profile }) => profile === 'navigator')).toHaveLength(328)
  })

  test('the same seed invents the same, another edition others; no address twice', () => {
    const first = inventPeople('seed', entries, nobody)
    expect(inventPeople('seed', entries, nobody)).toEqual(first)
    const addresses = [0, 1, 2].flatMap((edition) =>
      inventPeople('seed', entries, nobody, edition).map(({ email }) => email),
    )
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.every((email) => /^[a-z0-9.]+@rotta\.example$/.test(email))).toBe(true)
  })

  test('names carry apostrophes, accents and spaces', () => {
    const names = inventPeople('seed', entries, nobody).map(({ firstName, lastName }) => `${firstName} ${lastName}`)
    for (const sign of [/’/, /[àèéìòù]/i, / \S+ \S+/, /[ćč]/]) expect(names.some((name) => sign.test(name))).toBe(true)
  })
})

test('operators are shared out by the largest remainder, at least one everywhere', () => {
  const few = [3, 0, 1].map((navigatorPlaces, index) => ({ id: `X${index}`, provinceCode: 'X', navigatorPlaces }))
  const counts = operatorsByEntry(few)
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(120)
  expect(counts.get('X1')).toBe(1)
  // 117 in the proportion of three to one: 87.75 and 29.25.
  expect(counts.get('X0')).toBe(1 + 88)
  expect(counts.get('X2')).toBe(1 + 29)
})
