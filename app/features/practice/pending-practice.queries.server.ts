import type { Authorised } from '~/features/auth/authorise.server'
import { findFollowedModules } from '~/features/enrolment/followed-modules.queries.server'
import { homeWithin } from '~/features/territory/within-reach.server'
import { workingWithinReach } from '~/features/territory/workplaces.server'
import { database, type Prisma } from '~/platform/database/client.server'
import type { PracticeFilters } from './practice-filters.schema'
import { showEntry, shownColumns } from './shown-practice.server'

type By = Authorised<'practice.validate'>

const pageSize = 50

/** Entries that wait, of learners whom the trainer reaches at work today; never one's own, nor of who has left. */
function waitingFor(
  by: By,
  { provincia, sede, modulo }: Omit<PracticeFilters, 'pagina'>,
): Prisma.PracticeEntryWhereInput {
  return {
    state: 'pending',
    ...(modulo && { moduleSlug: modulo }),
    enrolment: {
      activeKey: { not: null },
      personId: { not: by.actorId ?? '' },
      person: {
        AND: [
          workingWithinReach(by, by.today),
          provincia ? homeWithin({ kind: 'province', province: provincia }) : {},
          sede ? { homeEntryId: sede } : {},
        ],
      },
    },
  }
}

const columns = {
  ...shownColumns,
  enrolment: {
    select: {
      versionId: true,
      person: { select: { id: true, firstName: true, lastName: true, homeEntry: { select: { name: true } } } },
    },
  },
} satisfies Prisma.PracticeEntrySelect

/** How many entries wait for a trainer. */
export function countPending(by: By, filters: Omit<PracticeFilters, 'pagina'> = {}): Promise<number> {
  return database.practiceEntry.count({ where: waitingFor(by, filters) })
}

/** A page of the entries that wait, person by person in the order of surnames, the oldest day first. */
export async function findPendingPractice(by: By, { pagina, ...filters }: PracticeFilters) {
  const rows = await database.practiceEntry.findMany({
    where: waitingFor(by, filters),
    orderBy: [
      { enrolment: { person: { surnameKey: 'asc' } } },
      { enrolment: { personId: 'asc' } },
      { heldOn: 'asc' },
      { id: 'asc' },
    ],
    skip: (pagina - 1) * pageSize,
    take: pageSize + 1,
    select: columns,
  })
  const shown = await Promise.all(rows.slice(0, pageSize).map(showWithPerson))
  const people = new Map<string, { id: string; name: string; home: string | null; entries: PendingEntry[] }>()
  for (const { person, ...entry } of shown) {
    const known = people.get(person.id) ?? { ...person, entries: [] }
    known.entries.push(entry)
    people.set(person.id, known)
  }
  return { people: [...people.values()], more: rows.length > pageSize }
}

/** A page of what a trainer has validated and may revoke, the latest first. */
export async function findOwnValidations(by: By, page: number) {
  const rows = await database.practiceDecision.findMany({
    where: {
      byId: by.actorId ?? '',
      outcome: 'validated',
      entry: { state: 'validated', enrolment: { person: workingWithinReach(by, by.today) } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * pageSize,
    take: pageSize + 1,
    select: { at: true, entry: { select: columns } },
  })
  const validations = await Promise.all(
    rows.slice(0, pageSize).map(async ({ at, entry }) => ({ at, ...(await showWithPerson(entry)) })),
  )
  return { validations, more: rows.length > pageSize }
}

/** The modules with hours on the job that somebody follows, for a filter. */
export async function findPractisedModules(): Promise<{ slug: string; title: string }[]> {
  const modules = await findFollowedModules()
  return modules
    .filter(({ hours }) => hours.some(({ navigator, operatore }) => navigator?.onTheJob || operatore?.onTheJob))
    .map(({ slug, title }) => ({ slug, title }))
}

async function showWithPerson({ enrolment, ...row }: Prisma.PracticeEntryGetPayload<{ select: typeof columns }>) {
  const { id, firstName, lastName, homeEntry } = enrolment.person
  const person = { id, name: `${firstName} ${lastName}`, home: homeEntry?.name ?? null }
  return { ...(await showEntry(row, enrolment)), person }
}

export type PendingEntry = Awaited<ReturnType<typeof showEntry>>
export type PendingPerson = Awaited<ReturnType<typeof findPendingPractice>>['people'][number]
export type OwnValidation = Awaited<ReturnType<typeof findOwnValidations>>['validations'][number]
