import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { auditPerson, readPerson } from './person-facts.server'
import { holdsBeyond } from './rules/hand-out'

/**
 * Lets a person in again, with the password and the roles they had.
 * @returns `absent`, `already` or `beyond-reach`
 */
export async function reactivatePerson(
  by: Authorised<'people.write'>,
  personId: string,
): Promise<Result<null, 'absent' | 'already' | 'beyond-reach'>> {
  return transact(async (tx) => {
    const person = await readPerson(tx, by, personId)
    if (!person) return refusal('absent', 'La persona non c’è')
    if (holdsBeyond(by.scopes, person.grants, by.today)) {
      return refusal(
        'beyond-reach',
        'Questa persona ha ruoli oltre il tuo ambito: la riattiva chi amministra tutta la regione',
      )
    }
    if (person.active) return refusal('already', 'Questa persona è già attiva')
    await tx.person.update({
      where: { id: personId },
      data: { deactivatedAt: null, revision: { increment: 1 } },
      select: { id: true },
    })
    await auditPerson(tx, by, 'person.reactivate', personId)
    return success(null)
  })
}
