import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import type { Day } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { type Transaction, transact } from '~/platform/database/client.server'
import { columnsOf } from './create-person.server'
import type { PersonData } from './person.schema'
import { auditPerson, type PersonFacts, readPerson } from './person-facts.server'
import { holdsBeyond } from './rules/hand-out'
import { type DataRefusal, dataRefusals, refusePersonData } from './rules/refuse-person-data'

export type UpdateRefusal =
  | 'absent'
  | 'conflict'
  | 'email-taken'
  | 'unknown-entry'
  | 'home-beyond-reach'
  | 'beyond-reach'

const fields = ['email', 'firstName', 'lastName', 'profile', 'homeEntryId'] as const

/**
 * Changes a person's data. The learner's role follows the person to a new home, and links to choose a password fall
 * away with the old one: whoever made them may not reach the new one.
 *
 * @param revision the one that the editor saw: when it has grown meanwhile nothing is changed
 * @returns the names of the changed fields; `absent`, `conflict`, `email-taken`, `unknown-entry`,
 *   `home-beyond-reach` (the new home), `beyond-reach` (the person's roles), or a reason of refusePersonData
 */
export async function updatePerson(
  by: Authorised<'people.write'>,
  personId: string,
  revision: number,
  wanted: PersonData,
): Promise<Result<string[], UpdateRefusal | DataRefusal>> {
  return transact(async (tx) => {
    const person = await readPerson(tx, by, personId)
    if (!person) return refusal('absent', 'La persona non c’è')
    if (person.revision !== revision) {
      return refusal('conflict', 'Intanto qualcun altro ha cambiato questi dati: confrontali e salva di nuovo')
    }
    const refused = await refuse(tx, by, person, wanted)
    if (refused) return refused
    const changed = fields.filter((field) => (person[field] ?? null) !== (wanted[field] ?? null))
    if (changed.length === 0) return success([])

    await tx.person.update({
      where: { id: personId },
      data: { ...columnsOf(wanted), revision: { increment: 1 } },
      select: { id: true },
    })
    if (changed.includes('homeEntryId')) {
      await moveLearnerRoles(tx, by, personId, wanted.homeEntryId)
      await tx.passwordLink.deleteMany({ where: { personId, usedAt: null } })
    }
    await auditPerson(tx, by, 'person.update', personId, {
      changed,
      // Who signs in as whom depends on the address: the log says both, until retention erases the payload.
      ...(changed.includes('email') && { email: [person.email, wanted.email] }),
      ...(changed.includes('profile') && { profile: [person.profile ?? null, wanted.profile ?? null] }),
      ...(changed.includes('homeEntryId') && { homeEntry: [person.homeEntryId ?? null, wanted.homeEntryId ?? null] }),
    })
    return success(changed)
  })
}

async function refuse(tx: Transaction, by: Authorised<'people.write'>, person: PersonFacts, wanted: PersonData) {
  if (holdsBeyond(by.scopes, person.grants, by.today)) {
    return refusal(
      'beyond-reach',
      'Questa persona ha ruoli oltre il tuo ambito: i suoi dati li cambia chi amministra tutta la regione',
    )
  }
  if (wanted.email !== person.email) {
    const other = await tx.person.findUnique({ where: { email: wanted.email }, select: { id: true } })
    if (other) return refusal('email-taken', 'Questo indirizzo è già di un’altra persona: usane uno diverso')
  }
  if (wanted.homeEntryId !== person.homeEntryId) {
    if (!reaches(by, scopeOfHome(wanted.homeEntryId))) {
      return refusal('home-beyond-reach', 'Scegli una sede del tuo ambito')
    }
    if (
      wanted.homeEntryId &&
      !(await tx.entry.findUnique({ where: { id: wanted.homeEntryId }, select: { id: true } }))
    ) {
      return refusal('unknown-entry', 'Scegli una sede dell’elenco')
    }
  }
  const reason = refusePersonData(wanted, person, by.today)
  return reason && refusal(reason, dataRefusals[reason])
}

/** A learner's role lies at the home entry: what holds of it, or is to come, moves with the person. */
async function moveLearnerRoles(
  tx: Transaction,
  by: { today: Day },
  personId: string,
  homeEntryId: string | undefined,
): Promise<void> {
  if (!homeEntryId) return
  await tx.roleAssignment.updateMany({
    where: { personId, role: 'learner', OR: [{ endsOn: null }, { endsOn: { gte: by.today } }] },
    data: { scopeKind: 'entry', scopeId: homeEntryId },
  })
}
