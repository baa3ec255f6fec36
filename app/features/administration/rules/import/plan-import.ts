import { covers, type Grant, type Scope } from '~/features/auth/rules/grants'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import type { Posting } from '~/features/territory/rules/posting'
import type { Day } from '~/lib/dates'
import type { ImportRow, RowError } from '../../import-rows'
import { ownRoleRefusal } from '../hand-out'
import { grantRefusals, refuseGrant } from '../refuse-grant'
import { dataRefusals, refusePersonData } from '../refuse-person-data'

/** A person who is there already, as the import needs them. */
export type KnownPerson = {
  id: string
  email: string
  firstName: string
  lastName: string
  profile?: string
  homeEntryId?: string
  active: boolean
  grants: readonly Grant[]
  postings: readonly Posting[]
}

export type Data = { email: string; firstName: string; lastName: string; profile?: string; homeEntryId?: string }
export type Creation = { data: Data; grant?: Grant }
/** `data` only when something of it changes, `grant` only when it is not held yet. */
export type Update = { person: KnownPerson; data?: Data; grant?: Grant }

export type ImportPlan = {
  create: Creation[]
  update: Update[]
  unchanged: number
  /** The lines whose role was held and closed: it is not given back. */
  closed: number[]
  errors: RowError[]
}

/**
 * What an import would do, person by person: who is new, who changes, and what is in the way. Applying it and
 * planning again gives nothing to do, also when a role was closed meanwhile: only a line that says from when gives a
 * closed role back.
 *
 * @param known the people whose e-mail stands in the file, by e-mail
 * @param reach where the importer administers
 * @param importerId who imports: no file gives them a role
 */
export function planImport(
  rows: readonly ImportRow[],
  known: ReadonlyMap<string, KnownPerson>,
  reach: readonly Scope[],
  today: Day,
  importerId?: string | null,
): ImportPlan {
  const plan: ImportPlan = { create: [], update: [], unchanged: 0, closed: [], errors: [] }
  for (const row of rows) {
    const person = known.get(row.email)
    const data = merge(row, person)
    const refused = person && changes(person, data) && refusePersonData(data, person, today)
    if (refused) plan.errors.push({ line: row.line, column: 'sede', message: dataRefusals[refused] })
    const planned = planRole(row, data, person, reach, today)
    const own = person !== undefined && person.id === importerId && planned.grant !== undefined
    const role = own ? { error: ownRoleRefusal } : planned
    if (role.error) plan.errors.push({ line: row.line, column: 'ruolo', message: role.error })
    if (refused || role.error) continue
    if (role.closed) plan.closed.push(row.line)

    if (!person) plan.create.push({ data, grant: role.grant })
    else if (changes(person, data) || role.grant) {
      plan.update.push({ person, data: changes(person, data) ? data : undefined, grant: role.grant })
    } else plan.unchanged += 1
  }
  return plan
}

function merge(row: ImportRow, person: KnownPerson | undefined): Data {
  return {
    email: row.email,
    firstName: row.firstName,
    lastName: row.lastName,
    profile: row.profile ?? person?.profile,
    homeEntryId: row.homeEntryId ?? person?.homeEntryId,
  }
}

function changes(person: KnownPerson, data: Data): boolean {
  return (['firstName', 'lastName', 'profile', 'homeEntryId'] as const).some((field) => person[field] !== data[field])
}

function planRole(
  row: ImportRow,
  data: Data,
  person: KnownPerson | undefined,
  reach: readonly Scope[],
  today: Day,
): { grant?: Grant; error?: string; closed?: true } {
  if (!row.role) return {}
  const { role, scope, startsOn = today } = row.role
  const grant: Grant = { role, scope: scope ?? scopeOfHome(data.homeEntryId), startsOn }
  // The learner's role moves with the person: judged where it will lie.
  const grants = (person?.grants ?? []).map((held) =>
    held.role === 'learner' && role === 'learner' ? { ...held, scope: grant.scope } : held,
  )
  const facts = { active: true, profile: data.profile, homeEntryId: data.homeEntryId, grants }
  const refused = refuseGrant(grant, { reach, person: facts, seatHolders: [] })
  if (refused === 'already-held') return {}
  if (!row.role.startsOn && grants.some((held) => isClosed(held, grant, today))) return { closed: true }
  if (refused) return { error: grantRefusals[refused] }
  return person && !person.active ? { error: grantRefusals.inactive } : { grant }
}

/** True for the same role in the same place, when it has ended or was withdrawn. */
function isClosed(held: Grant, wanted: Grant, today: Day): boolean {
  const samePlace = covers(held.scope, wanted.scope) && covers(wanted.scope, held.scope)
  return held.role === wanted.role && samePlace && held.endsOn !== undefined && held.endsOn < today
}
