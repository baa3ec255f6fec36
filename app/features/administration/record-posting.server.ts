import { randomUUID } from 'node:crypto'
import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { type PostingRefusal, refusePosting } from '~/features/territory/rules/posting'
import type { Day } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { auditPerson, readPerson } from './person-facts.server'
import { holdsBeyond } from './rules/hand-out'

type NewPosting = { personId: string; entryId: string; startsOn: Day; endsOn?: Day; reason: string }

const messages: Record<PostingRefusal, string> = {
  'no-home': 'Questa persona non ha una sede: scrivi prima la sede nei suoi dati',
  'home-entry': 'È già la sua sede: scegline un’altra della stessa provincia',
  'other-province': 'Scegli una sede della stessa provincia',
  'ends-before-start': 'La fine viene prima dell’inizio: correggi una delle due date',
  overlap: 'In quei giorni la persona è già impiegata in un’altra sede: cambia le date',
}

/**
 * Records that a person works for a while at another entry of the same province (Allegato 1, par. 6).
 * @returns the posting's id; `absent` (no such person here), `beyond-reach` (the person's roles), `unknown-entry`,
 *   `entry-beyond-reach` (the entry lies out of the administrator's scope), or a reason of refusePosting
 */
export async function recordPosting(
  by: Authorised<'people.write'>,
  posting: NewPosting,
): Promise<Result<string, 'absent' | 'beyond-reach' | 'unknown-entry' | 'entry-beyond-reach' | PostingRefusal>> {
  return transact(async (tx) => {
    const { personId, entryId, startsOn, endsOn } = posting
    const person = await readPerson(tx, by, personId)
    if (!person) return refusal('absent', 'La persona non c’è')
    if (holdsBeyond(by.scopes, person.grants, by.today)) {
      return refusal(
        'beyond-reach',
        'Questa persona ha ruoli oltre il tuo ambito: i suoi periodi li registra chi amministra tutta la regione',
      )
    }
    const entry = await tx.entry.findUnique({ where: { id: entryId }, select: { id: true } })
    if (!entry) return refusal('unknown-entry', 'Scegli una sede dell’elenco')
    const reason = refusePosting(posting, person.homeEntryId, person.postings)
    if (reason) return refusal(reason, messages[reason])
    if (!reaches(by, scopeOfHome(entryId))) return refusal('entry-beyond-reach', 'Scegli una sede del tuo ambito')

    const id = randomUUID()
    await tx.posting.create({
      data: { id, personId, entryId, startsOn, endsOn: endsOn ?? null, reason: posting.reason, createdAt: by.now },
      select: { id: true },
    })
    await auditPerson(tx, by, 'posting.record', personId, {
      posting: id,
      entry: entryId,
      startsOn,
      endsOn: endsOn ?? null,
    })
    return success(id)
  })
}
