import type { Authorised } from '~/features/auth/authorise.server'
import { reaches } from '~/features/auth/authorise.server'
import { namedLike } from '~/features/auth/people-where.server'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { workingWithinReach } from '~/features/territory/workplaces.server'
import { type Day, parseDay } from '~/lib/dates'
import { database, type Prisma } from '~/platform/database/client.server'
import { readOwnDraft } from './drafts.server'
import { draftRowOf } from './rules/draft-rows'
import type { DraftRow } from './rules/register'
import { findTaughtModules } from './taught-modules.queries.server'

type By = Authorised<'register.write'>

const mostFound = 20

/** Somebody who can stand in a register. */
export type Participant = { enrolmentId: string; name: string; entryId: string | null; home: string | null }

/** One's own draft with the names of the people in it; `signed` when it is a register by now, null when it is not there. */
export async function findDraft(by: By, draftId: string) {
  const found = await readOwnDraft(database, by, draftId)
  if (!found.ok) return found.reason === 'signed' ? ('signed' as const) : null
  const draft = found.value
  const [modules, people] = await Promise.all([findTaughtModules(), findPeopleInDraft(by, draft)])
  return { ...draft, modules, people }
}

export type ShownDraft = Exclude<Awaited<ReturnType<typeof findDraft>>, 'signed' | null>

/** The people of a draft by enrolment; whoever has moved out of reach since then has no name any more. */
async function findPeopleInDraft(
  by: By,
  { body, corrects }: { body: { rows: DraftRow[]; heldOn: string }; corrects: string | null },
): Promise<Record<string, Participant>> {
  const ids = body.rows.map(({ enrolmentId }) => enrolmentId)
  const stood = corrects === null ? {} : { attendances: { some: { registerId: corrects } } }
  const reached = { person: workingWithinReach(by, dayInDraft(body.heldOn, by.today)) }
  const rows = await database.enrolment.findMany({
    where: { id: { in: ids }, OR: corrects === null ? [reached] : [reached, stood] },
    select: participantColumns,
  })
  return Object.fromEntries(rows.map((row) => [row.id, participant(row)]))
}

/**
 * The learners who belong to an entry, or work there on the day, by surname: to be added together.
 * @returns null when the trainer may not act there
 */
export async function findEntryLearners(by: By, entryId: string, heldOn: string): Promise<DraftRow[] | null> {
  const scope = scopeOfHome(entryId)
  if (!reaches(by, scope) || scope.kind !== 'entry') return null
  const day = dayInDraft(heldOn, by.today)
  const rows = await findLearners(by, workingWithinReach({ scopes: [scope] }, day))
  return rows.map(({ id }) => draftRowOf(id))
}

/** Learners in reach whose surname, name or e-mail begins with what was typed; the first ones by surname. */
export async function searchLearners(by: By, typed: string, heldOn: string) {
  const ranges = namedLike(typed)
  if (ranges.length === 0) return { found: [], more: false }
  const reached = workingWithinReach(by, dayInDraft(heldOn, by.today))
  const pages = await Promise.all(ranges.map((range) => findLearners(by, { AND: [range, reached] }, mostFound + 1)))
  const people = [...new Map(pages.flat().map((row) => [row.id, row])).values()]
  people.sort((one, other) => (one.person.surnameKey < other.person.surnameKey ? -1 : 1))
  return { found: people.slice(0, mostFound).map(participant), more: people.length > mostFound }
}

/** True when somebody follows a plan and is in reach: to be added by itself. */
export async function isAddable(by: By, enrolmentId: string, heldOn: string): Promise<boolean> {
  const where = {
    AND: [workingWithinReach(by, dayInDraft(heldOn, by.today)), { enrolments: { some: { id: enrolmentId } } }],
  }
  return (await findLearners(by, where, 1)).some(({ id }) => id === enrolmentId)
}

/** Who follows a plan now, but never the trainer: from the people, each by the one enrolment they have. */
async function findLearners(by: By, where: Prisma.PersonWhereInput, take?: number) {
  const people = await database.person.findMany({
    where: {
      AND: [where, { deactivatedAt: null, id: { not: by.actorId ?? '' } }, { enrolments: { some: following } }],
    },
    orderBy: [{ surnameKey: 'asc' }, { id: 'asc' }],
    ...(take && { take }),
    select: { enrolments: { where: following, select: participantColumns } },
  })
  return people.flatMap(({ enrolments }) => enrolments)
}

const following = { activeKey: { not: null } } satisfies Prisma.EnrolmentWhereInput

const participantColumns = {
  id: true,
  person: {
    select: {
      firstName: true,
      lastName: true,
      surnameKey: true,
      homeEntryId: true,
      homeEntry: { select: { name: true } },
    },
  },
} satisfies Prisma.EnrolmentSelect

function participant({ id, person }: Prisma.EnrolmentGetPayload<{ select: typeof participantColumns }>): Participant {
  return {
    enrolmentId: id,
    name: `${person.firstName} ${person.lastName}`,
    entryId: person.homeEntryId,
    home: person.homeEntry?.name ?? null,
  }
}

/** The day of the draft; today while none is written. */
function dayInDraft(heldOn: string, today: Day): Day {
  return parseDay(heldOn) ?? today
}
