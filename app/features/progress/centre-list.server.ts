import type { Authorised } from '~/features/auth/authorise.server'
import { profiles } from '~/features/auth/rules/profiles'
import type { SurnameCursor } from '~/features/auth/surname-pages'
import { trainingModules } from '~/features/curriculum/rules/final-test'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import { findModulesOfLearners } from '~/features/learning/learner-modules.queries.server'
import type { LearnerModule } from '~/features/learning/rules/learner-module'
import { totalHours } from '~/features/learning/rules/module-standing'
import { nextStep } from '~/features/learning/rules/next-step'
import { findEntriesWithin } from '~/features/territory/territory.queries.server'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import type { CentreFilters } from './centre-filters.schema'
import {
  type AskedMinutes,
  type CentrePerson,
  findVersionsFollowed,
  readCentrePeople,
} from './centre-people.queries.server'
import { findModuleOutcomes, type ModuleOutcomes } from './module-outcomes.queries.server'
import {
  missingHoursWords,
  nextThingWords,
  type OutcomeWords,
  observationWords,
  summaryWords,
  testWords,
} from './outcome-words'
import { type FreedMinutes, hourWords, sumFreed } from './rules/freed-hours'

/** How many people stand on a page of the list. */
export const pageSize = 50

/** An entry with the minutes that its people still have to be freed for. */
export type FreedEntry = { id: string; name: string; people: number; minutes: FreedMinutes }

/**
 * The people of a centre manager's own entries who follow the plan, a page at a time, with what the visibility table
 * lets such a manager see; and the hours still to free, by entry.
 * @returns null when the filters name an entry out of reach or a module that nobody there follows
 */
export async function findCentre(by: Authorised<'progress.centre'>, filters: CentreFilters, cursor: SurnameCursor) {
  const entries = await findEntriesWithin(by)
  if (filters.sede && !entries.some(({ id }) => id === filters.sede)) return null
  const entryIds = entries.map(({ id }) => id)
  const plans = await Promise.all((await findVersionsFollowed(entryIds)).map(frozenPlan))
  const asked = plans.flatMap((plan) => askedMinutes(plan)).filter(({ slug }) => isAskedFor(slug, filters))
  if (filters.modulo && asked.length === 0) return null
  const everybody = await readCentrePeople(entryIds, asked, filters.modulo)
  const inState = everybody.filter((person) => isIn(person, filters.stato))
  const freed = entries.map(({ id, name }): FreedEntry => {
    const people = inState.filter(({ entryId }) => entryId === id)
    return { id, name, people: people.length, minutes: sumFreed(people) }
  })
  const listed = inState.filter((person) => stands(person, filters))
  const page = pageOf(listed, cursor)
  return {
    filters,
    entries: entries.map(({ id, name }) => ({ id, name })),
    moduleOptions: moduleOptions(plans),
    moduleTitle: moduleOptions(plans).find(({ value }) => value === filters.modulo)?.label ?? null,
    people: everybody.length,
    completed: everybody.filter(({ completedOn }) => completedOn).length,
    freed,
    freedTotal: sumFreed(inState),
    total: listed.length,
    previous: page.previous,
    next: page.next,
    rows: await rowsOf(page.people, filters, by.now, new Map(entries.map(({ id, name }) => [id, name]))),
  }
}

export type Centre = NonNullable<Awaited<ReturnType<typeof findCentre>>>
export type CentreRow = Centre['rows'][number]

function askedMinutes(plan: FrozenPlan): AskedMinutes[] {
  return plan.modules.flatMap((module) =>
    profiles.flatMap((profile) => {
      const minutes = requirementsOf(module, profile)?.minutes
      if (!minutes) return []
      const { classroom, remote, collaborative, onTheJob } = minutes
      return { versionId: plan.versionId, profile, slug: module.slug, classroom, remote, collaborative, onTheJob }
    }),
  )
}

function isAskedFor(slug: string, { modulo }: CentreFilters) {
  return modulo === undefined || slug === modulo
}

function isIn({ completedOn }: CentrePerson, state: CentreFilters['stato']) {
  return state === undefined || (state === 'completato') === (completedOn !== null)
}

function stands({ entryId, missing }: CentrePerson, { sede, ore }: CentreFilters) {
  return (sede === undefined || entryId === sede) && (ore === undefined || missing[hourWords[ore]] > 0)
}

function moduleOptions(plans: readonly FrozenPlan[]) {
  const titles = new Map(plans.flatMap(({ modules }) => modules.map(({ slug, title }) => [slug, title] as const)))
  return [...titles].map(([value, label]) => ({ value, label }))
}

/** A page after, or before, somebody of the list; the first one when they are not in it. */
function pageOf(all: readonly CentrePerson[], { after, before }: SurnameCursor) {
  const edge = all.findIndex(({ personId }) => personId === (after ?? before))
  const back = after === undefined && edge >= 0
  const start = back ? Math.max(edge - pageSize, 0) : edge + 1
  const people = all.slice(start, back ? edge : start + pageSize)
  const end = start + people.length
  return {
    people,
    previous: start > 0 ? (people[0]?.personId ?? null) : null,
    next: end < all.length ? (people.at(-1)?.personId ?? null) : null,
  }
}

async function rowsOf(
  people: readonly CentrePerson[],
  filters: CentreFilters,
  now: Date,
  entryNames: ReadonlyMap<string, string>,
) {
  const enrolments = people.map(({ enrolmentId, versionId, profile }) => ({ id: enrolmentId, versionId, profile }))
  // Of one module each outcome is told; of the whole plan, how many there are.
  const ofOne = filters.modulo !== undefined
  const [learners, outcomesOf] = await Promise.all([
    findModulesOfLearners(enrolments, now),
    ofOne ? findModuleOutcomes(enrolments.map(({ id }) => id)) : null,
  ])
  return people.map(({ enrolmentId, entryId, firstName, lastName }) => {
    const modules = learners.get(enrolmentId) ?? []
    const training = trainingModules(modules)
    const shown = modules.filter(({ slug }) => isAskedFor(slug, filters))
    return {
      enrolmentId,
      name: `${firstName} ${lastName}`,
      entry: entryNames.get(entryId) ?? '',
      modules: training.length,
      modulesDone: training.filter(({ completedAt }) => completedAt).length,
      hours: totalHours(shown),
      missing: missingHoursWords(shown),
      outcomes: outcomesOf
        ? shown.flatMap((module) => moduleWords(module, outcomesOf(enrolmentId, module.slug)))
        : summaryWords(modules),
      next: nextThingWords(nextStep(modules)),
    }
  })
}

function moduleWords(module: LearnerModule, outcomes: ModuleOutcomes): OutcomeWords[] {
  const [test, observation] = [testWords(module, outcomes), observationWords(module, outcomes)]
  return [
    { ...test, text: `Test: ${test.text.toLowerCase()}` },
    ...(observation.mark === 'off'
      ? []
      : [{ ...observation, text: `Osservazione: ${observation.text.toLowerCase()}` }]),
  ]
}
