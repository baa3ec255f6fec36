import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { scopeIdOf } from '~/features/auth/grants-from-rows'
import type { Grant, Scope } from '~/features/auth/rules/grants'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { type Result, refusal, success } from '~/lib/result'
import { type Transaction, transact } from '~/platform/database/client.server'
import { auditPerson, readPerson } from './person-facts.server'
import { holdsBeyond, ownRoleRefusal } from './rules/hand-out'
import { type GrantRefusal, grantRefusals, refuseGrant } from './rules/refuse-grant'

/**
 * Gives a role. The place of a learner's role is the home entry, whatever scope is asked for. Links to choose a
 * password fall away: whoever made one earlier must not sign in with what the person may do from now on.
 * @returns the id of the role; `absent`, `own-role`, `unknown-scope`, `beyond-reach` (the person's other roles, or
 *   this one), or a reason of refuseGrant
 */
export async function grantRole(
  by: Authorised<'roles.grant'>,
  personId: string,
  asked: Grant,
): Promise<Result<string, 'absent' | 'own-role' | 'unknown-scope' | GrantRefusal>> {
  return transact(async (tx) => {
    const person = await readPerson(tx, by, personId)
    if (!person) return refusal('absent', 'La persona non c’è')
    if (personId === by.actorId) return refusal('own-role', ownRoleRefusal)
    if (holdsBeyond(by.scopes, person.grants, by.today)) {
      return refusal(
        'beyond-reach',
        'Questa persona ha ruoli oltre il tuo ambito: i suoi ruoli li cambia chi amministra tutta la regione',
      )
    }
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
    await tx.passwordLink.deleteMany({ where: { personId, usedAt: null } })
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
