import { groupedBy } from '~/lib/grouped-by'
import { database } from '~/platform/database/client.server'
import type { OwnObservation } from './own-observations'

/** All signed rows of one's own enrolment, in the order in which they were signed, those that only void another too. */
export async function findEnrolmentObservations(enrolmentId: string): Promise<OwnObservation[]> {
  return (await findOwnObservationsOf([enrolmentId])).get(enrolmentId) ?? []
}

/** The same of several enrolments in one read, by enrolment: for those who look at the progress of others. */
export async function findOwnObservationsOf(
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, OwnObservation[]>> {
  const rows = await database.observation.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] } },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      seq: true,
      enrolmentId: true,
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
  const own = new Map<string, OwnObservation[]>()
  for (const [id, signed] of groupedBy(rows, ({ enrolmentId }) => enrolmentId)) {
    const shown = signed.map(({ seq, enrolmentId: _, observer, responses, ...row }) => ({
      ...row,
      number: seq,
      observer: `${observer.firstName} ${observer.lastName}`,
      answered: responses.length > 0,
    }))
    own.set(id, shown)
  }
  return own
}
