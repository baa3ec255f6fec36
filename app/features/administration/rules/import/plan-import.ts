import type { Grant, Scope } from '~/features/auth/rules/grants'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import type { Posting } from '~/features/territory/rules/posting'
import type { Day } from '~/lib/dates'
import type { ImportRow, RowError } from '../../import-rows'
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
/** A role for somebody who is there, or has just been added. */
export type NewRole = { personId: string; grant: Grant }
/** `data` only when something of it changes, `grant` only when it is not held yet. */
export type Update = { person: KnownPerson; data?: Data; grant?: Grant }

export type ImportPlan = { create: Creation[]; update: Update[]; unchanged: number; errors: RowError[] }

/**
 * What an import would do, person by person: who is new, who changes, and what is in the way. Applying it and
 * planning again gives nothing to do.
 *
 * @param known the people whose e-mail stands in the file, by e-mail
 * @param reach where the importer administers
 */
export function planImport(
  rows: readonly ImportRow[],
  known: ReadonlyMap<string, KnownPerson>,
  reach: readonly Scope[],
  today: Day,
): ImportPlan {
  const plan: ImportPlan = { create: [], update: [], unchanged: 0, errors: [] }
  for (const row of rows) {
    const person = known.get(row.email)
    const data = merge(row, person)
    const refused = person && changes(person, data) && refusePersonData(data, person, today)
    if (refused) plan.errors.push({ line: row.line, column: 'sede', message: dataRefusals[refused] })
    const role = planRole(row, data, person, reach, today)
    if (role.error) plan.errors.push({ line: row.line, column: 'ruolo', message: role.error })
    if (refused || role.error) continue

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
): { grant?: Grant; error?: string } {
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
  if (refused) return { error: grantRefusals[refused] }
  return person && !person.active ? { error: grantRefusals.inactive } : { grant }
}
