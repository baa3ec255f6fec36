import type { Authorised } from '~/features/auth/authorise.server'
import { profileNames } from '~/features/auth/role-names'
import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { finalTestSlug, trainingModules } from '~/features/curriculum/rules/final-test'
import { type Mode, modes } from '~/features/curriculum/rules/module-content'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { modeNames } from '~/features/training-plan/plan-names'
import { dayOf } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import type { SheetCell } from '~/platform/export/stream-ods.server'
import type { ListFilters } from './cabina-filters.schema'
import { findEntriesInReach } from './counts.queries.server'
import { findFollowedPlans, type TakenModule } from './followed-versions.server'
import { findListed } from './named-list.server'
import { eachNamedPerson, type NamedPerson } from './named-people.queries.server'
import { writeNamedReading } from './read-named.server'

/** A table that leaves as it is read. */
export type ExportedTable = { name: string; headings: string[]; portions: AsyncIterable<SheetCell[][]> }

const peopleHeadings = [
  'cognome',
  'nome',
  'profilo',
  'provincia',
  'sede',
  'versione_del_piano',
  'data_di_iscrizione',
  'piano_completato_il',
  'moduli_completati',
  'moduli_del_piano',
  'ore_fatte',
  'ore_previste',
]

/** The list of named people with their completion and hours; that it was taken away is written down first. Null as in findListed. */
export async function exportPeopleProgress(
  by: Authorised<'progress.read'>,
  filters: ListFilters,
): Promise<ExportedTable | null> {
  const about = await findListed(by, filters)
  if (!about) return null
  const { module } = about
  await writeNamedReading(by, { action: 'progress.export', list: filters })
  async function* rows() {
    for await (const people of eachNamedPerson(by, filters, module)) {
      yield await Promise.all(people.map((person) => personRow(person, module)))
    }
  }
  const headings = module ? [...peopleHeadings, 'modulo', 'modulo_completato_il'] : peopleHeadings
  return { name: `avanzamento-persone-${by.today}`, headings, portions: rows() }
}

const tableHeadings = [
  'provincia',
  'sede',
  'profilo',
  'versione_del_piano',
  'modulo',
  'posti_navigator',
  'iscritti',
  'completati',
  ...modes.map((mode) => `ore_${modeNames[mode].replace(/^in /, '').replace(/ /g, '_')}`),
]

/**
 * Completion and hours by entry, module and profile: what the dashboard is made of, without anybody's name. The places
 * of an entry stand in its first row for Navigators alone, so that the column adds up to those of the act.
 */
export async function exportCompletionTable(by: Authorised<'progress.read'>): Promise<ExportedTable> {
  const entries = await findEntriesInReach(by)
  const everywhere = by.scopes.some(({ kind }) => kind === 'region')
  const noEntry = { id: '', name: 'Senza sede', navigatorPlaces: 0, province: { name: '' } }
  const places = everywhere ? [...entries, noEntry] : entries
  const counts = await database.progressCount.findMany({
    where: { entryId: { in: places.map(({ id }) => id) }, people: { gt: 0 } },
  })
  const byKey = new Map(
    counts.map((count) => [keyOf(count.entryId, count.profile, count.versionId, count.moduleSlug), count]),
  )
  const plans = new Map<Profile, FrozenPlan[]>()
  for (const profile of profiles) plans.set(profile, await findFollowedPlans(profile))
  async function* rows() {
    for (const place of places) {
      yield profiles.flatMap((profile) =>
        (plans.get(profile) ?? []).flatMap((plan, index) => {
          const whole = byKey.get(keyOf(place.id, profile, plan.versionId, ''))
          const first = index === 0 && place.id !== ''
          if (!whole && !first) return []
          const modules = plan.modules.filter(({ hours }) => hours[profile])
          const lines = [{ slug: '', title: 'Piano' }, ...(whole ? modules : [])]
          return lines.map(({ slug, title }): SheetCell[] => {
            const mine = byKey.get(keyOf(place.id, profile, plan.versionId, slug))
            return [
              place.province.name,
              place.name,
              profileNames[profile] ?? profile,
              plan.number,
              title,
              profile === 'navigator' && slug === '' && first ? place.navigatorPlaces : 0,
              whole?.people ?? 0,
              mine?.completed ?? 0,
              ...modes.map((mode) => hoursOf(mine?.[mode] ?? 0)),
            ]
          })
        }),
      )
    }
  }
  return { name: `avanzamento-sedi-${by.today}`, headings: tableHeadings, portions: rows() }
}

function keyOf(...parts: string[]) {
  return parts.join(' ')
}

async function personRow(person: NamedPerson, module: TakenModule | undefined): Promise<SheetCell[]> {
  const [enrolment] = person.enrolments
  if (!enrolment) return []
  const plan = await frozenPlan(enrolment.versionId)
  const taken = trainingModules(plan.modules).flatMap((one) => requirementsOf(one, enrolment.profile as Profile) ?? [])
  const required = taken.reduce((sum, { minutes }) => sum + sumOf(minutes), 0)
  const done = enrolment.progress.reduce((sum, { minutesDone }) => sum + minutesDone, 0)
  const ofModule = enrolment.progress.find(({ moduleSlug }) => moduleSlug === module?.slug)
  return [
    person.lastName,
    person.firstName,
    profileNames[enrolment.profile] ?? enrolment.profile,
    person.homeEntry?.province.name ?? '',
    person.homeEntry?.name ?? '',
    plan.number,
    dayOf(enrolment.enrolledAt),
    enrolment.completedOn ?? '',
    enrolment.progress.filter(({ moduleSlug, completedOn }) => completedOn && moduleSlug !== finalTestSlug).length,
    taken.length,
    hoursOf(done),
    hoursOf(required),
    ...(module ? [module.title, ofModule?.completedOn ?? ''] : []),
  ]
}

function sumOf(minutes: Record<Mode, number>) {
  return modes.reduce((sum, mode) => sum + minutes[mode], 0)
}

/** Minutes as hours, to two decimals. */
function hoursOf(minutes: number): number {
  return Math.round((minutes * 100) / 60) / 100
}
