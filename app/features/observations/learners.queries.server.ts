import type { Authorised } from '~/features/auth/authorise.server'
import { namedLike } from '~/features/auth/people-where.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { workingWithinReach } from '~/features/territory/workplaces.server'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { readObserved } from './read-observed.server'
import { observableModule } from './rules/observable-module'

/** How many people a search shows. */
const mostFound = 50

/**
 * Learners in reach today, oneself left out, whose surname, name or e-mail begins with what was typed: each with the
 * enrolment that they follow.
 */
export async function searchObservable(by: Authorised<'observation.write'>, typed: string) {
  const follows = { enrolments: { some: { activeKey: { not: null } } }, deactivatedAt: null }
  const found = await Promise.all(
    namedLike(typed).map((range) =>
      database.person.findMany({
        where: { AND: [range, workingWithinReach(by, by.today), follows, { id: { not: by.actorId ?? '' } }] },
        orderBy: Object.keys(range).map((column) => ({ [column]: 'asc' })),
        take: mostFound + 1,
        select: {
          id: true,
          firstName: true,
          lastName: true,
          surnameKey: true,
          homeEntry: { select: { name: true } },
          enrolments: { where: { activeKey: { not: null } }, take: 1, select: { id: true, profile: true } },
        },
      }),
    ),
  )
  const people = [...new Map(found.flat().map((person) => [person.id, person])).values()]
  people.sort((one, other) => (`${one.surnameKey}\0${one.id}` < `${other.surnameKey}\0${other.id}` ? -1 : 1))
  return {
    more: people.length > mostFound,
    people: people.slice(0, mostFound).map(({ firstName, lastName, homeEntry, enrolments: [enrolment] }) => ({
      enrolmentId: enrolment?.id ?? '',
      name: `${firstName} ${lastName}`,
      place: homeEntry?.name ?? 'Nessuna sede',
      profile: enrolment?.profile ?? '',
    })),
  }
}

export type FoundLearner = Awaited<ReturnType<typeof searchObservable>>['people'][number]

/**
 * A learner in reach whom one may observe today, with the modules in which there is something to observe, and how many
 * signed observations each has already; null when there is nobody.
 */
export async function findObservable(by: Authorised<'observation.write'>, enrolmentId: string) {
  const observed = await readObserved(database, by, { enrolmentId, moduleSlug: '', observedOn: by.today })
  const { personId } = observed ?? {}
  if (!observed?.inReach || !observed.facts.follows || personId === by.actorId) return null
  const { enrolment } = observed
  const [plan, person, progress, counts] = await Promise.all([
    frozenPlan(enrolment.versionId),
    database.person.findUniqueOrThrow({
      where: { id: personId },
      select: { firstName: true, lastName: true, homeEntry: { select: { name: true } } },
    }),
    database.moduleProgress.findMany({ where: { enrolmentId }, select: { moduleSlug: true, observationMet: true } }),
    database.observation.groupBy({ by: ['moduleSlug'], where: { enrolmentId, isVoid: false }, _count: true }),
  ])
  const met = new Set(progress.filter((row) => row.observationMet).map(({ moduleSlug }) => moduleSlug))
  const signed = new Map(counts.map(({ moduleSlug, _count }) => [moduleSlug, _count]))
  return {
    enrolmentId,
    name: `${person.firstName} ${person.lastName}`,
    place: person.homeEntry?.name ?? 'Nessuna sede',
    modules: plan.modules
      .map((module) => observableModule(module, enrolment.profile as Profile))
      .filter((module) => module !== undefined)
      .map(({ slug, title, form, criteria, rule }) => ({
        slug,
        title,
        form: form.title,
        settings: form.settings,
        criteria: criteria.length,
        required: rule.required,
        signed: signed.get(slug) ?? 0,
        met: met.has(slug),
      })),
  }
}

export type ObservableLearner = NonNullable<Awaited<ReturnType<typeof findObservable>>>
