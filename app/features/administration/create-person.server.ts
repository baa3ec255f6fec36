import { randomUUID } from 'node:crypto'
import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { foldText } from '~/lib/fold-text'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import type { PersonData } from './person.schema'
import { auditPerson } from './person-facts.server'

/**
 * Adds a person, without roles and without password.
 * @returns the new id; `email-taken`, `unknown-entry` or `beyond-reach` (the home lies out of the administrator's scope)
 */
export async function createPerson(
  by: Authorised<'people.write'>,
  person: PersonData,
): Promise<Result<string, 'email-taken' | 'unknown-entry' | 'beyond-reach'>> {
  return transact(async (tx) => {
    if (!reaches(by, scopeOfHome(person.homeEntryId))) return refusal('beyond-reach', 'Scegli una sede del tuo ambito')
    if (
      person.homeEntryId &&
      !(await tx.entry.findUnique({ where: { id: person.homeEntryId }, select: { id: true } }))
    ) {
      return refusal('unknown-entry', 'Scegli una sede dell’elenco')
    }
    if (await tx.person.findUnique({ where: { email: person.email }, select: { id: true } })) {
      return refusal('email-taken', 'Questo indirizzo è già di un’altra persona: usane uno diverso')
    }
    const id = randomUUID()
    await tx.person.create({ data: { id, ...columnsOf(person), createdAt: by.now }, select: { id: true } })
    await auditPerson(tx, by, 'person.create', id, {
      profile: person.profile ?? null,
      homeEntry: person.homeEntryId ?? null,
    })
    return success(id)
  })
}

/** The columns of a person's data, with the keys that lists are ordered and searched by. */
export function columnsOf({
  email,
  firstName,
  lastName,
  profile,
  homeEntryId,
}: Omit<PersonData, 'profile'> & { profile?: string }) {
  return {
    email,
    firstName,
    lastName,
    surnameKey: foldText(`${lastName} ${firstName}`),
    firstNameKey: foldText(`${firstName} ${lastName}`),
    profile: profile ?? null,
    homeEntryId: homeEntryId ?? null,
  }
}
