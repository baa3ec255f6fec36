import type { Authorised } from '~/features/auth/authorise.server'
import { type EndRefusal, endOfPeriod, endRefusals } from '~/features/territory/rules/end-of-period'
import { type Day, nextDay } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { auditPerson, readPerson, readRegionAdmins } from './person-facts.server'
import { holdsBeyond } from './rules/hand-out'
import { leavesNoAdmin } from './rules/last-admin'

/**
 * Sets the last day of a role. A role that has not begun is withdrawn.
 * @returns the day written; `absent` (no such role of this person here), `beyond-reach` (the person's roles),
 *   `last-admin`,
 *   or a reason of endOfPeriod
 */
export async function endRole(
  by: Authorised<'roles.grant'>,
  wanted: { personId: string; roleId: string; endsOn: Day },
): Promise<Result<Day, 'absent' | 'beyond-reach' | 'last-admin' | EndRefusal>> {
  return transact(async (tx) => {
    const person = await readPerson(tx, by, wanted.personId)
    const role = person?.roles.find(({ id }) => id === wanted.roleId)
    if (!person || !role) return refusal('absent', 'Il ruolo non c’è')
    if (holdsBeyond(by.scopes, person.grants, by.today)) {
      return refusal(
        'beyond-reach',
        'Questa persona ha ruoli oltre il tuo ambito: i suoi ruoli li cambia chi amministra tutta la regione',
      )
    }
    const end = endOfPeriod(role, wanted.endsOn, by.today)
    if (!end.ok) return refusal(end.reason, endRefusals[end.reason])
    if (role.role === 'admin' && role.scope.kind === 'region' && person.active && person.hasPassword) {
      if (leavesNoAdmin(await readRegionAdmins(tx, { roleId: role.id }), nextDay(end.endsOn))) {
        return refusal(
          'last-admin',
          'È l’ultima persona che amministra tutta la regione: prima dai quel ruolo a un’altra, che abbia già una password',
        )
      }
    }
    await tx.roleAssignment.update({ where: { id: role.id }, data: { endsOn: end.endsOn }, select: { id: true } })
    await auditPerson(tx, by, 'role.end', person.id, { assignment: role.id, role: role.role, endsOn: end.endsOn })
    return success(end.endsOn)
  })
}
