import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { findObservableModule } from './observable-module.server'
import { refuseSelfAssessment, type SelfMoment, type SelfRating } from './rules/self-assessment'

export type SelfAssessment = { moment: SelfMoment; ratings: Record<string, SelfRating> }

const refusals = {
  'already-given': 'Hai già fatto questa autovalutazione: vale quella',
  'not-now': 'Intanto è stata firmata un’osservazione: ora puoi fare l’autovalutazione di dopo',
}

/**
 * Keeps how a learner sees their own practice in a module, before being observed and after: each once, of every
 * criterion of their profile. Private to them: nobody else reads it, and the row itself is the record, so the log has
 * nothing of it.
 * @returns `absent` (no such module in one's plan, or nothing is observed there), `unknown-criterion` (not exactly the
 *   criteria of the form), `already-given`, `not-now`
 */
export async function giveSelfAssessment(
  { actorId, now }: Authorised<'learning.follow'>,
  moduleSlug: string,
  { moment, ratings }: SelfAssessment,
): Promise<Result<null, 'absent' | 'unknown-criterion' | 'already-given' | 'not-now'>> {
  return transact(async (tx) => {
    const enrolment = await tx.enrolment.findUnique({
      where: { activeKey: actorId ?? '' },
      select: { id: true, versionId: true, profile: true },
    })
    const module = enrolment && (await findObservableModule(enrolment, moduleSlug))
    if (!module) return refusal('absent', 'In questo modulo non c’è un’autovalutazione')
    const asked = module.criteria.map(({ id }) => id)
    if (Object.keys(ratings).length !== asked.length || asked.some((id) => !Object.hasOwn(ratings, id))) {
      return refusal('unknown-criterion', 'Scegli una risposta per ogni criterio')
    }
    const place = { enrolmentId: enrolment.id, moduleSlug }
    const given = await tx.selfAssessment.findMany({ where: place, select: { moment: true } })
    const observed = await tx.observation.findFirst({ where: place, select: { id: true } })
    const reason = refuseSelfAssessment(
      moment,
      given.map((one) => one.moment),
      observed !== null,
    )
    if (reason) return refusal(reason, refusals[reason])
    const row = { id: randomUUID(), ...place, moment, at: now, ratings: JSON.stringify(ratings) }
    await tx.selfAssessment.create({ data: row, select: { id: true } })
    return success(null)
  })
}
