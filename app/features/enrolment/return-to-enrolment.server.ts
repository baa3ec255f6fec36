import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { readCandidates } from './candidates.server'
import { auditEnrolment, readEnrolment } from './enrolment-facts.server'
import { enrolmentRefusals } from './rules/refuse-enrolment'

type ReturnRefusal = 'absent' | 'already-active' | 'other-active' | 'deactivated' | 'not-learner'

/**
 * Takes up an enrolment that was left: the same version, the same profile, the same evidence.
 * @returns `absent` (no such enrolment in reach), `already-active`, `other-active` (they follow another version now),
 *   `deactivated`, `not-learner`
 */
export async function returnToEnrolment(
  by: Authorised<'enrolment.write'>,
  enrolmentId: string,
): Promise<Result<null, ReturnRefusal>> {
  return transact(async (tx) => {
    const enrolment = await readEnrolment(tx, by, enrolmentId)
    if (!enrolment) return refusal('absent', 'L’iscrizione non c’è')
    if (!enrolment.leftAt) return refusal('already-active', 'Questa persona segue già il piano')
    const { personId } = enrolment
    const [person] = await readCandidates(tx, { id: personId }, by.today)
    if (!person?.active) return refusal('deactivated', enrolmentRefusals.deactivated)
    if (!person.learns) return refusal('not-learner', enrolmentRefusals['not-learner'])
    if (person.enrolled) {
      return refusal('other-active', 'Questa persona segue già un’altra versione del piano: prima deve lasciare quella')
    }
    await tx.enrolment.update({
      where: { id: enrolmentId },
      data: { leftAt: null, activeKey: personId },
      select: { id: true },
    })
    await tx.enrolmentEvent.create({
      data: { id: randomUUID(), enrolmentId, kind: 'returned', at: by.now, byId: by.actorId },
      select: { id: true },
    })
    await auditEnrolment(tx, by, 'enrolment.return', enrolment)
    return success(null)
  })
}
