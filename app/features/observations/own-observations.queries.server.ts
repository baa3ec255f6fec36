import { database } from '~/platform/database/client.server'
import type { OwnObservation } from './own-observations'

/** All signed rows of one's own enrolment, in the order in which they were signed, those that only void another too. */
export async function findEnrolmentObservations(enrolmentId: string): Promise<OwnObservation[]> {
  const rows = await database.observation.findMany({
    where: { enrolmentId },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      seq: true,
      moduleSlug: true,
      observerId: true,
      observedOn: true,
      sufficient: true,
      corrects: true,
      isVoid: true,
      observer: { select: { firstName: true, lastName: true } },
      responses: { where: { slot: 'learner' }, select: { id: true } },
    },
  })
  return rows.map(({ seq, observer, responses, ...row }) => ({
    ...row,
    number: seq,
    observer: `${observer.firstName} ${observer.lastName}`,
    answered: responses.length > 0,
  }))
}
