import type { Authorised } from '~/features/auth/authorise.server'
import { endAllSessions } from '~/features/auth/end-sessions.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { auditPerson, readPerson, readRegionAdmins } from './person-facts.server'
import { holdsBeyond } from './rules/hand-out'
import { leavesNoAdmin } from './rules/last-admin'
import { stillMatters } from './rules/refuse-person-data'

/**
 * Shuts a person out: their sessions end and their password links fall away in the same transaction.
 * Records and roles stay.
 * @returns `absent`, `already`, `self`, `beyond-reach` or `last-admin`
 */
export async function deactivatePerson(
  by: Authorised<'people.write'>,
  personId: string,
): Promise<Result<null, 'absent' | 'already' | 'self' | 'beyond-reach' | 'last-admin'>> {
  return transact(async (tx) => {
    const person = await readPerson(tx, by, personId)
    if (!person) return refusal('absent', 'La persona non c’è')
    if (personId === by.actorId) return refusal('self', 'Non puoi disattivare il tuo account')
    if (holdsBeyond(by.scopes, person.grants, by.today)) {
      return refusal(
        'beyond-reach',
        'Questa persona ha ruoli oltre il tuo ambito: la disattiva chi amministra tutta la regione',
      )
    }
    if (!person.active) return refusal('already', 'Questa persona è già disattivata')
    const administers = person.grants.some(
      (grant) => grant.role === 'admin' && grant.scope.kind === 'region' && stillMatters(grant, by.today),
    )
    if (administers && person.hasPassword && leavesNoAdmin(await readRegionAdmins(tx, { personId }), by.today)) {
      return refusal(
        'last-admin',
        'È l’ultima persona che amministra tutta la regione: prima dai quel ruolo a un’altra, che abbia già una password',
      )
    }
    await tx.person.update({
      where: { id: personId },
      data: { deactivatedAt: by.now, revision: { increment: 1 } },
      select: { id: true },
    })
    await endAllSessions(tx, personId)
    await tx.passwordLink.deleteMany({ where: { personId } })
    await auditPerson(tx, by, 'person.deactivate', personId)
    return success(null)
  })
}
