import type { Authorised } from '~/features/auth/authorise.server'
import { scopesOf } from '~/features/auth/rules/resolve-permission'
import { reachesAtWork } from '~/features/territory/workplaces.server'
import { type Day, dayOf } from '~/lib/dates'
import type { Reader } from '~/platform/database/client.server'
import { findObservableModule } from './observable-module.server'
import type { StartFacts } from './rules/refuse-start'

type Asked = { enrolmentId: string; moduleSlug: string; observedOn: Day }

/**
 * A learner and a module as an observer meets them on a day, read again in the transaction of each act.
 * `inReach`: the learner belongs or works today, or worked on that day, where the observer is a trainer today.
 */
export async function readObserved(
  tx: Pick<Reader, 'enrolment' | 'posting'>,
  by: Authorised<'observation.write'>,
  { enrolmentId, moduleSlug, observedOn }: Asked,
) {
  const enrolment = await tx.enrolment.findUnique({
    where: { id: enrolmentId },
    select: {
      id: true,
      versionId: true,
      profile: true,
      enrolledAt: true,
      activeKey: true,
      person: { select: { id: true, homeEntryId: true, deactivatedAt: true } },
    },
  })
  if (!enrolment) return undefined
  const { person } = enrolment
  const module = await findObservableModule(enrolment, moduleSlug)
  const scopesThen = scopesOf(by.grants, 'observation.write', observedOn)
  const inReach = (await reachesAtWork(tx, by, person, by.today)) || (await reachesAtWork(tx, by, person, observedOn))
  const facts: StartFacts = {
    observerId: by.actorId ?? '',
    learnerId: person.id,
    follows: enrolment.activeKey !== null && person.deactivatedAt === null,
    observable: module !== undefined,
    observedOn,
    today: by.today,
    enrolledOn: dayOf(enrolment.enrolledAt),
    trainedThen: await reachesAtWork(tx, { scopes: scopesThen }, person, observedOn),
  }
  return { enrolment, personId: person.id, module, inReach, facts, heldRoleThen: scopesThen.length > 0 }
}
