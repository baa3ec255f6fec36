import type { Authorised } from '~/features/auth/authorise.server'
import { profileNames } from '~/features/auth/role-names'
import type { Profile } from '~/features/auth/rules/profiles'
import { type Mode, modes } from '~/features/curriculum/rules/module-content'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { modeNames } from '~/features/training-plan/plan-names'
import { dayOf } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import type { SheetCell } from '~/platform/export/stream-ods.server'
import type { ListFilters } from './cabina-filters.schema'
import { findEntriesInReach } from './counts.queries.server'
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

/** The list of named people with their completion and hours; that it was taken away is written down first. */
export async function exportPeopleProgress(
  by: Authorised<'progress.read'>,
  filters: ListFilters,
): Promise<ExportedTable> {
  await writeNamedReading(by, { action: 'progress.export', list: filters })
  async function* rows() {
    for await (const people of eachNamedPerson(by, filters)) {
      yield await Promise.all(people.map((person) => personRow(person)))
    }
  }
  return { name: `avanzamento-persone-${by.today}`, headings: peopleHeadings, portions: rows() }
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

/** Completion and hours by entry, module and profile: what the dashboard is made of, without anybody's name. */
export async function exportCompletionTable(by: Authorised<'progress.read'>): Promise<ExportedTable> {
  const entries = await findEntriesInReach(by)
  const counts = await database.progressCount.findMany({
    where: { entryId: { in: entries.map(({ id }) => id) } },
    orderBy: [{ versionId: 'asc' }, { profile: 'asc' }],
  })
  const versions = await database.planVersion.findMany({
    where: { id: { in: [...new Set(counts.map(({ versionId }) => versionId))] } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  })
  const plans = await Promise.all(versions.map(async (version) => ({ ...version, plan: await frozenPlan(version.id) })))
  async function* rows() {
    for (const entry of entries) {
      yield plans.flatMap(({ id, number, plan }) =>
        counts
          .filter((count) => count.entryId === entry.id && count.versionId === id && count.moduleSlug === '')
          .flatMap((whole) =>
            ['', ...plan.modules.filter(({ hours }) => hours[whole.profile as Profile]).map(({ slug }) => slug)].map(
              (slug): SheetCell[] => {
                const mine = counts.find(
                  (count) =>
                    count.entryId === entry.id &&
                    count.versionId === id &&
                    count.profile === whole.profile &&
                    count.moduleSlug === slug,
                )
                return [
                  entry.province.name,
                  entry.name,
                  profileNames[whole.profile] ?? whole.profile,
                  number,
                  slug === '' ? 'Piano' : (plan.modules.find((one) => one.slug === slug)?.title ?? slug),
                  entry.navigatorPlaces,
                  whole.people,
                  mine?.completed ?? 0,
                  ...modes.map((mode) => hoursOf(mine?.[mode] ?? 0)),
                ]
              },
            ),
          ),
      )
    }
  }
  return { name: `avanzamento-sedi-${by.today}`, headings: tableHeadings, portions: rows() }
}

async function personRow(person: NamedPerson): Promise<SheetCell[]> {
  const [enrolment] = person.enrolments
  if (!enrolment) return []
  const plan = await frozenPlan(enrolment.versionId)
  const taken = plan.modules.flatMap((module) => requirementsOf(module, enrolment.profile as Profile) ?? [])
  const required = taken.reduce((sum, { minutes }) => sum + sumOf(minutes), 0)
  const done = enrolment.progress.reduce((sum, { minutesDone }) => sum + minutesDone, 0)
  return [
    person.lastName,
    person.firstName,
    profileNames[enrolment.profile] ?? enrolment.profile,
    person.homeEntry?.province.name ?? '',
    person.homeEntry?.name ?? '',
    plan.number,
    dayOf(enrolment.enrolledAt),
    enrolment.completedOn ?? '',
    enrolment.progress.filter(({ completedOn }) => completedOn).length,
    taken.length,
    hoursOf(done),
    hoursOf(required),
  ]
}

function sumOf(minutes: Record<Mode, number>) {
  return modes.reduce((sum, mode) => sum + minutes[mode], 0)
}

/** Minutes as hours, to two decimals. */
function hoursOf(minutes: number): number {
  return Math.round((minutes * 100) / 60) / 100
}
