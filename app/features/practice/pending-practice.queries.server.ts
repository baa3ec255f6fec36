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

/**
 * A page of what a trainer has validated and may revoke, the latest first; who has moved out of reach since is left out.
 * CROSS JOIN holds SQLite to this order: the trainer's own decisions as they lie in their index, however many others
 * have taken.
 */
export async function findOwnValidations(by: By, page: number) {
  const decisions = await database.$queryRaw<{ entryId: string; at: string }[]>`
    SELECT d."entryId", d."at"
    FROM "PracticeDecision" d
    CROSS JOIN "PracticeEntry" e ON e."id" = d."entryId" AND e."state" = 'validated'
    WHERE d."byId" = ${by.actorId ?? ''} AND d."outcome" = 'validated'
    ORDER BY d."at" DESC, d."id" DESC
    LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`
  const shown = decisions.slice(0, pageSize)
  const rows = await database.practiceEntry.findMany({
    where: {
      id: { in: shown.map(({ entryId }) => entryId) },
      enrolment: { person: workingWithinReach(by, by.today) },
    },
    select: columns,
  })
  const entries = new Map(await Promise.all(rows.map(async (row) => [row.id, await showWithPerson(row)] as const)))
  const validations = shown.flatMap(({ entryId, at }) => {
    const entry = entries.get(entryId)
    return entry ? [{ at: new Date(at), ...entry }] : []
  })
  return { validations, more: decisions.length > pageSize }
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
