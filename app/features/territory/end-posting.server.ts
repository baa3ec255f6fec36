import { type Authorised, reaches } from '~/features/auth/authorise.server'
import type { Day } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { type EndRefusal, endOfPeriod, endRefusals } from './rules/end-of-period'
import { scopeOfHome } from './rules/home-scope'

/**
 * Sets the last day of a posting; nothing else of it ever changes.
 * @returns the day written; `absent` (no such posting of this person here), or a reason of endOfPeriod
 */
export async function endPosting(
  by: Authorised<'people.write'>,
  wanted: { personId: string; postingId: string; endsOn: Day },
): Promise<Result<Day, 'absent' | EndRefusal>> {
  return transact(async (tx) => {
    const posting = await tx.posting.findFirst({
      where: { id: wanted.postingId, personId: wanted.personId },
      select: { id: true, startsOn: true, endsOn: true, person: { select: { homeEntryId: true } } },
    })
    if (!posting || !reaches(by, scopeOfHome(posting.person.homeEntryId))) {
      return refusal('absent', 'Il periodo non c’è')
    }
    const period = { startsOn: posting.startsOn, endsOn: posting.endsOn ?? undefined }
    const end = endOfPeriod(period, wanted.endsOn, by.today)
    if (!end.ok) return refusal(end.reason, endRefusals[end.reason])
    await tx.posting.update({ where: { id: posting.id }, data: { endsOn: end.endsOn }, select: { id: true } })
    await writeAudit(
      tx,
      {
        actorId: by.actorId,
        requestId: by.requestId,
        action: 'posting.end',
        objectType: 'person',
        objectId: wanted.personId,
        payload: { posting: posting.id, endsOn: end.endsOn },
      },
      by.now,
    )
    return success(end.endsOn)
  })
}
