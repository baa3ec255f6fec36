import { randomUUID } from 'node:crypto'
import type { Scope } from '~/features/auth/rules/grants'
import type { Profile } from '~/features/auth/rules/profiles'
import type { ObservationForm, ObservationRule } from '~/features/curriculum/rules/module-content'
import { appendObservation } from '~/features/observations/append-observation.server'
import type { ObservationBody, ObservationKind, Rating } from '~/features/observations/rules/observation'
import { criteriaOf, outcomeOf } from '~/features/observations/rules/outcome'
import { settleObservationEvidence } from '~/features/observations/settle-observation-evidence.server'
import { type Day, dayOf } from '~/lib/dates'
import { transact } from '~/platform/database/client.server'
import { enrol } from './enrolments'
import { authority, makePerson } from './people'
import { makePlan, someModule } from './plans'

/** Criteria C1… of which those in `critical` are critical; C4 is for navigators alone. */
export function someForm(count = 4, critical: readonly string[] = ['C1']): ObservationForm {
  const criteria = Array.from({ length: count }, (_, index) => {
    const id = `C${index + 1}`
    return {
      id,
      critical: critical.includes(id),
      observes: [],
      ...(id === 'C4' ? {} : { operatore: `Fa ${id}` }),
      navigator: `Affianca in ${id}`,
      met: 'Lo fa.',
      partly: 'Lo fa in parte.',
      notMet: 'Non lo fa.',
      practice: true as const,
    }
  })
  return { title: 'Osservare una prova', settings: ['Allo sportello', 'In una stanza'], criteria }
}

/** A module that is observed: by default one observation, cut at 70 %. */
export function observedModule({
  slug = 'primo',
  form = someForm(),
  rule = {},
}: {
  slug?: string
  form?: ObservationForm
  rule?: Partial<ObservationRule>
} = {}) {
  return someModule({ slug, form, observation: { required: 1, observers: 1, cutPercent: 70, ...rule } })
}

let plans = 0

/** A learner enrolled, long before today unless said, in a plan whose one module is observed. Needs the territory when there is a home. */
export async function observedLearner({
  modules = [observedModule()],
  profile = 'navigator',
  homeEntryId = 'BG.cpi-albino',
  at = new Date('2026-01-12T09:00:00Z'),
}: {
  modules?: ReturnType<typeof someModule>[]
  profile?: Profile
  homeEntryId?: string
  at?: Date
} = {}) {
  // Each plan is approved after the one before it, so that it is in force when its learner is enrolled.
  plans += 1
  const { versionId } = await makePlan({ modules, at: new Date(Date.now() + plans) })
  return { ...(await enrol({ versionId, profile, homeEntryId, at })), versionId, modules, profile }
}

export const bergamo: Scope = { kind: 'province', province: 'BG' }

/** Somebody with the role of trainer, kept in the database too: their id and their authority at a moment. */
export async function makeTrainer({
  scope = bergamo,
  lastName = 'Formatore',
  startsOn = '2019-01-01',
  endsOn,
}: {
  scope?: Scope
  lastName?: string
  startsOn?: Day
  endsOn?: Day
} = {}) {
  const person = await makePerson({
    firstName: 'Teo',
    lastName,
    roles: [{ role: 'trainer', scope, startsOn, ...(endsOn && { endsOn }) }],
  })
  return {
    id: person.id,
    at: (now = new Date()) => trainerAt(person.id, { scope, startsOn, endsOn }, now),
  }
}

/** The authority of somebody to observe, with the grant that it stems from. */
export function trainerAt(
  actorId: string,
  { scope = bergamo, startsOn = '2019-01-01', endsOn }: { scope?: Scope; startsOn?: Day; endsOn?: Day } = {},
  now = new Date(),
) {
  const by = authority('observation.write', { actorId, scopes: [scope] }, now)
  return { ...by, grants: [{ role: 'trainer' as const, scope, startsOn, ...(endsOn && { endsOn }) }] }
}

/** What an observation says whose every criterion is met, except those in `others`. */
export function someBody(
  form: ObservationForm,
  profile: Profile,
  others: Record<string, Rating> = {},
): ObservationBody {
  const ratings = criteriaOf(form, profile).map(({ id }) => {
    const rating = others[id] ?? 'met'
    return [id, rating === 'met' ? { rating } : { rating, note: `Nota su ${id}` }] as const
  })
  return {
    ratings: Object.fromEntries(ratings),
    level: 3,
    strength: 'Ha ascoltato fino in fondo',
    change: 'Riassumere prima di chiudere',
    action: 'Rileggere la scheda con chi affianca',
    actionOn: '2030-01-15',
  }
}

type Observed = Awaited<ReturnType<typeof observedLearner>>

/**
 * A signed observation as the product's command leaves it, without its audit row.
 * @param traits.ratings criteria that are not met in full
 */
export async function signedObservation(
  { enrolmentId, modules, profile }: Pick<Observed, 'enrolmentId' | 'modules' | 'profile'>,
  observerId: string,
  {
    moduleSlug = 'primo',
    kind = 'simulation',
    ratings,
    body,
    corrects = null,
    signedAt = new Date(),
  }: {
    moduleSlug?: string
    kind?: ObservationKind
    ratings?: Record<string, Rating>
    body?: Partial<ObservationBody>
    corrects?: string | null
    signedAt?: Date
  } = {},
): Promise<string> {
  const module = modules.find(({ slug }) => slug === moduleSlug)
  const { form, observation: rule } = module ?? {}
  if (!form || !rule) throw new Error(`Module ${moduleSlug} is not observed`)
  const written = { ...someBody(form, profile, ratings), ...body }
  const id = randomUUID()
  const head = {
    id,
    enrolmentId,
    moduleSlug,
    observerId,
    kind,
    observedOn: dayOf(signedAt),
    ...outcomeOf(criteriaOf(form, profile), written.ratings, rule.cutPercent),
    level: written.level,
    signedAt,
    corrects,
    isVoid: false,
  }
  await transact(async (tx) => {
    await appendObservation(tx, head, written)
    const actor = { actorId: observerId, requestId: 'TEST-0000', now: signedAt }
    await settleObservationEvidence(tx, actor, { enrolmentId, moduleSlug }, rule)
  })
  return id
}
