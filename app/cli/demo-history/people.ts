import type { Grant } from '~/features/auth/rules/grants'
import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { foldText } from '~/lib/fold-text'
import { type Chance, chanceOf } from './chance'
import { firstNames, surnames } from './names'

/** How many operators the entries have together (issue C, point 9). */
const operatorsWanted = 120
const trainersPerProvince = 2

/** An entry of the territory, as the placing reads it. */
export type PlacedEntry = { id: string; provinceCode: string; navigatorPlaces: number }

/** An invented person with the one role they hold. Nobody of them has a password. */
export type InventedPerson = {
  email: string
  firstName: string
  lastName: string
  profile?: Profile
  homeEntryId?: string
  grant: Omit<Grant, 'startsOn'>
}

/** Those who are there already and take one of the places. */
export type Taken = { profile?: Profile | null; homeEntryId?: string | null; trainerOf?: string }

/**
 * The people that the demo invents: Navigators placed as the act's table says (Allegato 1, par. 6), operators spread
 * over the entries, two trainers and one responsible for all centres in each province. The same seed always invents the
 * same.
 * @param taken whoever of the nine has one of these places
 * @param edition 0 for the first load; each further one invents as many others
 */
export function inventPeople(
  seed: string,
  entries: readonly PlacedEntry[],
  taken: readonly Taken[],
  edition = 0,
): InventedPerson[] {
  const chance = chanceOf(seed, 'people', edition)
  const named = namer(chance, edition)
  const operators = operatorsByEntry(entries)
  const learners = entries.flatMap((entry) => {
    const places = { navigator: entry.navigatorPlaces, operatore: operators.get(entry.id) ?? 0 }
    return profiles.flatMap((profile) => {
      const held = taken.filter((one) => one.profile === profile && one.homeEntryId === entry.id).length
      const scope = { kind: 'entry', entry: entry.id, province: entry.provinceCode } as const
      const make = () => named({ profile, homeEntryId: entry.id, grant: { role: 'learner', scope } })
      return Array.from({ length: places[profile] - held }, make)
    })
  })
  const staff = [...new Set(entries.map(({ provinceCode }) => provinceCode))].flatMap((province) => {
    const scope = { kind: 'province', province } as const
    const held = taken.filter(({ trainerOf }) => trainerOf === province).length
    const trainers = Array.from({ length: trainersPerProvince - held }, () =>
      named({ grant: { role: 'trainer', scope } }),
    )
    return edition === 0 ? [...trainers, named({ grant: { role: 'centre-manager', scope } })] : trainers
  })
  return [...learners, ...staff]
}

/** One operator in each entry, the others by the places of the act's table, by the largest remainder. */
export function operatorsByEntry(entries: readonly PlacedEntry[]): Map<string, number> {
  const rest = Math.max(operatorsWanted - entries.length, 0)
  const places = entries.reduce((sum, { navigatorPlaces }) => sum + navigatorPlaces, 0)
  const shares = entries.map(({ id, navigatorPlaces }) => ({ id, share: (rest * navigatorPlaces) / places }))
  const counts = new Map(shares.map(({ id, share }) => [id, 1 + Math.floor(share)]))
  const left = rest - shares.reduce((sum, { share }) => sum + Math.floor(share), 0)
  const byRemainder = [...shares].sort((a, b) => (b.share % 1) - (a.share % 1) || (a.id < b.id ? -1 : 1))
  for (const { id } of byRemainder.slice(0, left)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** Gives each person a name, and an address of its own made of it. */
function namer(chance: Chance, edition: number) {
  const used = new Map<string, number>()
  return (person: Omit<InventedPerson, 'email' | 'firstName' | 'lastName'>): InventedPerson => {
    const firstName = chance.pick(firstNames)
    const lastName = chance.pick(surnames)
    const name = foldText(`${firstName} ${lastName}`).replaceAll(' ', '.')
    const times = (used.get(name) ?? 0) + 1
    used.set(name, times)
    const suffix = [...(edition > 0 ? [`e${edition}`] : []), ...(times > 1 ? [times] : [])].map((part) => `.${part}`)
    return { email: `${name}${suffix.join('')}@rotta.example`, firstName, lastName, ...person }
  }
}
