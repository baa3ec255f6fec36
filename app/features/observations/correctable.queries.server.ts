import type { Authorised } from '~/features/auth/authorise.server'
import { database } from '~/platform/database/client.server'
import { findObservableModule } from './observable-module.server'
import { isStanding } from './void-observation.server'

/** A signed observation of one's own, to be corrected or voided; null when it is not one's own, or only voids another. */
export async function findCorrectable(by: Authorised<'observation.write'>, id: string) {
  const row = await database.observation.findUnique({
    where: { id },
    select: {
      id: true,
      observerId: true,
      isVoid: true,
      moduleSlug: true,
      observedOn: true,
      enrolment: {
        select: { versionId: true, profile: true, person: { select: { firstName: true, lastName: true } } },
      },
    },
  })
  if (!row || row.isVoid || row.observerId !== by.actorId) return null
  const { firstName, lastName } = row.enrolment.person
  const module = await findObservableModule(row.enrolment, row.moduleSlug)
  return {
    id,
    name: `${firstName} ${lastName}`,
    module: module?.title ?? row.moduleSlug,
    observedOn: row.observedOn,
    standing: await isStanding(database, id),
  }
}
