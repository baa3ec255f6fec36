import type { Authorised } from '~/features/auth/authorise.server'
import { issuePasswordLink } from '~/features/auth/password-links.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { auditPerson, readPerson } from './person-facts.server'
import { holdsBeyond } from './rules/hand-out'

/**
 * Makes the one-time link with which a person chooses a password; an earlier one stops working.
 * @returns its token, kept nowhere but in the link; `absent`, `inactive` or `beyond-reach`
 */
export async function makePasswordLink(
  by: Authorised<'people.write'>,
  personId: string,
): Promise<Result<string, 'absent' | 'inactive' | 'beyond-reach'>> {
  return transact(async (tx) => {
    const person = await readPerson(tx, by, personId)
    if (!person) return refusal('absent', 'La persona non c’è')
    if (holdsBeyond(by.scopes, person.grants, by.today)) {
      return refusal(
        'beyond-reach',
        'Questa persona ha ruoli oltre il tuo ambito: il link lo crea chi amministra tutta la regione',
      )
    }
    if (!person.active) return refusal('inactive', 'La persona è disattivata: prima riattivala')
    const token = await issuePasswordLink(tx, personId, by.now)
    await auditPerson(tx, by, 'password.link', personId)
    return success(token)
  })
}
