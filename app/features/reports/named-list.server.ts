import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import type { SurnameCursor } from '~/features/auth/surname-pages'
import { finalTestSlug, trainingModules } from '~/features/curriculum/rules/final-test'
import { modes } from '~/features/curriculum/rules/module-content'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import type { Day } from '~/lib/dates'
import type { ListFilters } from './cabina-filters.schema'
import { findEntriesInReach, findProvincesInReach } from './counts.queries.server'
import { findFollowedPlans, takenModule } from './followed-versions.server'
import { countNamed, findNamedPage, type NamedPerson } from './named-people.queries.server'
import { writeNamedReading } from './read-named.server'

/** Somebody in a list: how far they are, nothing of tests and observations. */
export type NamedRow = {
  enrolmentId: string
  name: string
  entry: string | null
  /** Of the plan, or of the module that the list is about. */
  completedOn: Day | null
  modulesDone: number
  modules: number
  minutesDone: number
  minutes: number
}

/**
 * A page of the named people behind a number; that it was looked at is written down before it is shown.
 * @returns null when the filters name a place out of reach or a module that nobody follows
 */
export async function findNamedList(by: Authorised<'progress.read'>, filters: ListFilters, cursor: SurnameCursor) {
  const about = await findListed(by, filters)
  if (!about) return null
  const { place, module } = about
  await writeNamedReading(by, { action: 'progress.read-named', list: { ...filters, ...cursor } })
  const total = await countNamed(by, filters, module)
  const nobody = { people: [], previous: null, next: null }
  const { people, previous, next } = total === 0 ? nobody : await findNamedPage(by, filters, module, cursor)
  const rows = await Promise.all(people.map((person) => rowOf(person, filters.modulo)))
  const moduleTitle = module?.title ?? null
  return { rows: rows.flatMap((row) => row ?? []), previous, next, total, filters, place, moduleTitle }
}

/** What a list is about: what its place is called ("" for all in reach), its module if it names one; null for what is not there. */
export async function findListed(by: Authorised<'progress.read'>, filters: ListFilters) {
  const { profilo, modulo } = filters
  const place = await findPlaceName(by, filters)
  const module = modulo ? takenModule(await findFollowedPlans(profilo), profilo, modulo) : undefined
  return place === undefined || (modulo && !module) ? null : { place, module }
}

async function findPlaceName(by: Authorised<'progress.read'>, { provincia, sede }: ListFilters) {
  if (sede === 'nessuna')
    return by.scopes.some(({ kind }) => kind === 'region') && !provincia ? 'senza sede' : undefined
  if (sede) return (await findEntriesInReach(by)).find(({ id }) => id === sede)?.name
  if (provincia) return (await findProvincesInReach(by)).find(({ code }) => code === provincia)?.name
  return ''
}

async function rowOf(person: NamedPerson, moduleSlug: string | undefined): Promise<NamedRow | undefined> {
  const [enrolment] = person.enrolments
  if (!enrolment) return undefined
  const plan = await frozenPlan(enrolment.versionId)
  const asked = trainingModules(plan.modules).flatMap(
    (module) => requirementsOf(module, enrolment.profile as Profile) ?? [],
  )
  const { progress } = enrolment
  const ofModule = progress.find((row) => row.moduleSlug === moduleSlug)
  return {
    enrolmentId: enrolment.id,
    name: `${person.firstName} ${person.lastName}`,
    entry: person.homeEntry?.name ?? null,
    completedOn: moduleSlug ? (ofModule?.completedOn ?? null) : enrolment.completedOn,
    modulesDone: progress.filter(({ moduleSlug, completedOn }) => completedOn && moduleSlug !== finalTestSlug).length,
    modules: asked.length,
    minutesDone: progress.reduce((sum, { minutesDone }) => sum + minutesDone, 0),
    minutes: asked.reduce((sum, { minutes }) => sum + modes.reduce((total, mode) => total + minutes[mode], 0), 0),
  }
}
