import { randomUUID } from 'node:crypto'
import { type Authorised, reaches } from '~/features/auth/authorise.server'
import type { Day } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { scopeOfHome } from './rules/home-scope'
import { type PostingRefusal, refusePosting } from './rules/posting'

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
 * @returns the posting's id; `absent` (no such person here), `unknown-entry`, or a reason of refusePosting
 */
export async function recordPosting(
  by: Authorised<'people.write'>,
  posting: NewPosting,
): Promise<Result<string, 'absent' | 'unknown-entry' | PostingRefusal>> {
  return transact(async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: posting.personId },
      select: { homeEntryId: true, postings: { select: { entryId: true, startsOn: true, endsOn: true } } },
    })
    if (!person || !reaches(by, scopeOfHome(person.homeEntryId))) return refusal('absent', 'La persona non c’è')
    const entry = await tx.entry.findUnique({ where: { id: posting.entryId }, select: { id: true } })
    if (!entry) return refusal('unknown-entry', 'Scegli una sede dell’elenco')
    const others = person.postings.map((other) => ({ ...other, endsOn: other.endsOn ?? undefined }))
    const reason = refusePosting(posting, person.homeEntryId ?? undefined, others)
    if (reason) return refusal(reason, messages[reason])

    const { personId, entryId, startsOn, endsOn } = posting
    const id = randomUUID()
    await tx.posting.create({
      data: { id, personId, entryId, startsOn, endsOn: endsOn ?? null, reason: posting.reason, createdAt: by.now },
      select: { id: true },
    })
    await writeAudit(
      tx,
      {
        actorId: by.actorId,
        requestId: by.requestId,
        action: 'posting.record',
        objectType: 'person',
        objectId: personId,
        payload: { posting: id, entry: entryId, startsOn, endsOn: endsOn ?? null },
      },
      by.now,
    )
    return success(id)
  })
}
