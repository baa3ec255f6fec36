import type { Authorised } from '~/features/auth/authorise.server'
import { type EndRefusal, endOfPeriod, endRefusals } from '~/features/territory/rules/end-of-period'
import type { Day } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { auditPerson, readPerson } from './person-facts.server'
import { holdsBeyond } from './rules/hand-out'

/**
 * Sets the last day of a posting; nothing else of it ever changes.
 * @returns the day written; `absent` (no such posting of this person here), `beyond-reach` (the person's roles),
 *   or a reason of endOfPeriod
 */
export async function endPosting(
  by: Authorised<'people.write'>,
  wanted: { personId: string; postingId: string; endsOn: Day },
): Promise<Result<Day, 'absent' | 'beyond-reach' | EndRefusal>> {
  return transact(async (tx) => {
    const person = await readPerson(tx, by, wanted.personId)
    const posting = person?.postings.find(({ id }) => id === wanted.postingId)
    if (!person || !posting) return refusal('absent', 'Il periodo non c’è')
    if (holdsBeyond(by.scopes, person.grants, by.today)) {
      return refusal(
        'beyond-reach',
        'Questa persona ha ruoli oltre il tuo ambito: i suoi periodi li chiude chi amministra tutta la regione',
      )
    }
    const end = endOfPeriod(posting, wanted.endsOn, by.today)
    if (!end.ok) return refusal(end.reason, endRefusals[end.reason])
    await tx.posting.update({ where: { id: posting.id }, data: { endsOn: end.endsOn }, select: { id: true } })
    await auditPerson(tx, by, 'posting.end', person.id, { posting: posting.id, endsOn: end.endsOn })
    return success(end.endsOn)
  })
}
