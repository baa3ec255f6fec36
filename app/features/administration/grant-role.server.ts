import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import type { Grant, Scope } from '~/features/auth/rules/grants'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { type Result, refusal, success } from '~/lib/result'
import { type Transaction, transact } from '~/platform/database/client.server'
import { auditPerson, readPerson } from './person-facts.server'
import { type GrantRefusal, grantRefusals, refuseGrant } from './rules/refuse-grant'

/**
 * Gives a role. The place of a learner's role is the home entry, whatever scope is asked for.
 * @returns the id of the role; `absent`, `unknown-scope`, or a reason of refuseGrant
 */
export async function grantRole(
  by: Authorised<'roles.grant'>,
  personId: string,
  asked: Grant,
): Promise<Result<string, 'absent' | 'unknown-scope' | GrantRefusal>> {
  return transact(async (tx) => {
    const person = await readPerson(tx, by, personId)
    if (!person) return refusal('absent', 'La persona non c’è')
    const wanted = asked.role === 'learner' ? { ...asked, scope: scopeOfHome(person.homeEntryId) } : asked
    if (!(await scopeExists(tx, wanted.scope))) return refusal('unknown-scope', 'Scegli un ambito dell’elenco')
    const seatHolders = wanted.seat ? await readSeatHolders(tx, wanted.seat, personId) : []
    const reason = refuseGrant(wanted, { reach: by.scopes, person, seatHolders })
    if (reason) return refusal(reason, grantRefusals[reason])

    const id = randomUUID()
    await tx.roleAssignment.create({
      data: { id, personId, ...columnsOfGrant(wanted), createdAt: by.now },
      select: { id: true },
    })
    await auditPerson(tx, by, 'role.grant', personId, { assignment: id, ...columnsOfGrant(wanted) })
    return success(id)
  })
}

/** The columns of RoleAssignment that a role fills. */
export function columnsOfGrant({ role, scope, seat, startsOn, endsOn }: Grant) {
  return {
    role,
    scopeKind: scope.kind,
    scopeId: scopeIdOf(scope),
    seat: seat ?? null,
    startsOn,
    endsOn: endsOn ?? null,
  }
}

function scopeIdOf(scope: Scope): string | null {
  if (scope.kind === 'region') return null
  return scope.kind === 'province' ? scope.province : scope.entry
}

async function scopeExists(tx: Transaction, scope: Scope) {
  if (scope.kind === 'region') return true
  if (scope.kind === 'province') return (await tx.province.count({ where: { code: scope.province } })) > 0
  return (await tx.entry.count({ where: { id: scope.entry } })) > 0
}

async function readSeatHolders(tx: Transaction, seat: string, exceptPersonId: string) {
  const rows = await tx.roleAssignment.findMany({
    where: { seat, NOT: { personId: exceptPersonId } },
    select: { startsOn: true, endsOn: true },
  })
  return rows.map((row) => ({ startsOn: row.startsOn, endsOn: row.endsOn ?? undefined }))
}
