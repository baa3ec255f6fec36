import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { type Hours, type Mode, type ModuleSettings, modes } from '~/features/curriculum/rules/module-content'
import type { PlannedEntry, PlannedSizing } from './plan-document'

/** A line of the act's table (Allegato 1, par. 6). */
export type SizingEntry = {
  id: string
  name: string
  provinceCode: string
  provinceName: string
  navigatorPlaces: number
}

/** The modes in which people meet in groups of the class size. */
export const groupModes = ['classroom', 'remote', 'collaborative'] as const satisfies readonly Mode[]
export type GroupMode = (typeof groupModes)[number]

export type People = { places: number; navigators: number; operators: number }

export type Load = {
  /** How many groups all the people make. */
  groups: number
  /** Hours of all the people together, by mode. */
  personHours: Hours
  /** Hours of those who lead the groups, by mode. */
  trainerHours: Record<GroupMode, number>
  /** Observations that meet the requirement of every module for everybody. */
  observations: number
}

export type SizedEntry = People & { id: string; name: string }
export type SizedProvince = People & Load & { code: string; name: string; entries: SizedEntry[] }
export type SizedPlan = { classSize: number; provinces: SizedProvince[]; total: People & Load }

type SizedModule = Pick<ModuleSettings, 'hours' | 'observation'>

/**
 * The sizing that a first draft starts from: Navigators fill the places of the act, operators are those on duty.
 * @param operators by entry
 */
export function defaultSizing(
  entries: readonly SizingEntry[],
  operators: ReadonlyMap<string, number>,
  classSize: number,
): PlannedSizing {
  const planned = entries.map(({ id, navigatorPlaces }) => ({
    entry: id,
    places: navigatorPlaces,
    navigators: navigatorPlaces,
    operators: operators.get(id) ?? 0,
  }))
  return { classSize, entries: planned }
}

/** The same numbers of people over the act's table as it stands now: an entry that has left it falls away. */
export function refreshPlaces(sizing: PlannedSizing, entries: readonly SizingEntry[]): PlannedSizing {
  const planned = entries.map(({ id, navigatorPlaces }): PlannedEntry => {
    const known = sizing.entries.find(({ entry }) => entry === id)
    return {
      entry: id,
      places: navigatorPlaces,
      navigators: known?.navigators ?? 0,
      operators: known?.operators ?? 0,
    }
  })
  return { ...sizing, entries: planned }
}

/** True when the sizing speaks of the entries of the act's table, and of their places, as they stand now. */
export function matchesTable(sizing: PlannedSizing, entries: readonly SizingEntry[]): boolean {
  const places = new Map(sizing.entries.map(({ entry, places }) => [entry, places]))
  return (
    sizing.entries.length === entries.length &&
    entries.every(({ id, navigatorPlaces }) => places.get(id) === navigatorPlaces)
  )
}

/** True when more Navigators are planned than the act gives places. */
export function isOverPlaces({ places, navigators }: Pick<People, 'places' | 'navigators'>): boolean {
  return navigators > places
}

/**
 * What the plan asks of each province: people, hours, groups, observations. Groups are made within a province, of
 * people whose hours are the same; places are those that the sizing itself holds.
 *
 * @param entries in the order of the act
 */
export function sizePlan(
  sizing: PlannedSizing,
  modules: readonly SizedModule[],
  entries: readonly SizingEntry[],
): SizedPlan {
  const planned = new Map(sizing.entries.map((entry) => [entry.entry, entry]))
  const codes = [...new Set(entries.map(({ provinceCode }) => provinceCode))]
  const provinces = codes.map((code) => {
    const ofProvince = entries.filter(({ provinceCode }) => provinceCode === code)
    const sized = ofProvince.map(({ id, name }) => ({ id, name, ...peopleOf(planned.get(id)) }))
    const people = sumOfPeople(sized)
    const name = ofProvince[0]?.provinceName ?? code
    return { code, name, entries: sized, ...people, ...loadOf(people, modules, sizing.classSize) }
  })
  return { classSize: sizing.classSize, provinces, total: { ...sumOfPeople(provinces), ...sumOfLoads(provinces) } }
}

function peopleOf(planned: PlannedEntry | undefined): People {
  const { places, navigators, operators } = planned ?? { places: 0, navigators: 0, operators: 0 }
  return { places, navigators, operators }
}

function sumOfPeople(all: readonly People[]): People {
  const sum = (of: keyof People) => all.reduce((total, one) => total + one[of], 0)
  return { places: sum('places'), navigators: sum('navigators'), operators: sum('operators') }
}

function loadOf({ navigators, operators }: People, modules: readonly SizedModule[], classSize: number): Load {
  const people: Record<Profile, number> = { navigator: navigators, operatore: operators }
  const load = emptyLoad()
  load.groups = groupsOf(navigators + operators, classSize)
  for (const { hours, observation } of modules) {
    const takers = profiles.flatMap((profile) => {
      const taken = hours[profile]
      return taken ? [{ hours: taken, people: people[profile] }] : []
    })
    for (const taker of takers) {
      for (const mode of modes) load.personHours[mode] += taker.people * taker.hours[mode]
      load.observations += taker.people * (observation?.required ?? 0)
    }
    for (const mode of groupModes) load.trainerHours[mode] += trainerHoursOf(takers, mode, classSize)
  }
  return load
}

/** Those whose hours are the same sit together. */
function trainerHoursOf(takers: readonly { hours: Hours; people: number }[], mode: GroupMode, classSize: number) {
  const lengths = new Set(takers.map(({ hours }) => hours[mode]))
  return [...lengths].reduce((sum, length) => {
    const together = takers.filter(({ hours }) => hours[mode] === length)
    return (
      sum +
      length *
        groupsOf(
          together.reduce((people, taker) => people + taker.people, 0),
          classSize,
        )
    )
  }, 0)
}

function groupsOf(people: number, classSize: number): number {
  return classSize > 0 ? Math.ceil(people / classSize) : 0
}

function sumOfLoads(all: readonly Load[]): Load {
  const sum = emptyLoad()
  for (const load of all) {
    sum.groups += load.groups
    sum.observations += load.observations
    for (const mode of modes) sum.personHours[mode] += load.personHours[mode]
    for (const mode of groupModes) sum.trainerHours[mode] += load.trainerHours[mode]
  }
  return sum
}

function emptyLoad(): Load {
  return {
    groups: 0,
    personHours: { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 },
    trainerHours: { classroom: 0, remote: 0, collaborative: 0 },
    observations: 0,
  }
}
