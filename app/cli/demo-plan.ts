import { findPersonByEmail } from '~/features/administration/person-by-email.queries.server'
import { authorisePerson } from '~/features/auth/authorise.server'
import { enrolPerson } from '~/features/enrolment/enrol-person.server'
import { findActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import { castVote } from '~/features/training-plan/cast-vote.server'
import { createDraft } from '~/features/training-plan/create-draft.server'
import { findPlanInForce } from '~/features/training-plan/frozen-plan.server'
import type { Composition } from '~/features/training-plan/rules/plan-document'
import { submitVersion } from '~/features/training-plan/submit-version.server'
import { updateModuleSettings } from '~/features/training-plan/update-module-settings.server'
import { updateSizing } from '~/features/training-plan/update-sizing.server'
import { dayOf } from '~/lib/dates'
import type { Result } from '~/lib/result'
import { database } from '~/platform/database/client.server'

const requestId = 'CLI-DEMO'

/**
 * The demo's plan in force: made by its invented people through the product's own commands, approved by the three seats.
 * Repeated, it goes on from where it stopped.
 */
export async function approveDemoPlan(now: Date): Promise<void> {
  if (await findPlanInForce()) return
  const manager = await personId('gestore', now)
  const first = await submitted(manager, await firstVersion(manager, now), now)
  for (const seat of ['direttore', 'vicario', 'anpal']) {
    const by = await authorisePerson('plan.vote', await personId(seat, now), requestId, now)
    const vote = await castVote(by, first, { choice: 'approve', conditions: [] })
    // A load that broke off has some of the votes already: the decision refuses the rest.
    if (!vote.ok && vote.reason !== 'closed') throw new Error(`La demo non si carica: ${vote.message}`)
  }
}

/** Enrols the two learners among the nine: with a history, theirs does. */
export async function enrolDemoLearners(now: Date): Promise<void> {
  const manager = await personId('gestore', now)
  for (const learner of ['navigator', 'operatore']) {
    const id = await personId(learner, now)
    if (await findActiveEnrolment(id)) continue
    must(await enrolPerson(await authorisePerson('enrolment.write', manager, requestId, now), id))
  }
}

/**
 * A second version that waits for the vote and has something to be discussed: other numbers, and one Navigator too many
 * in a province.
 */
export async function submitSecondVersion(now: Date): Promise<void> {
  const manager = await personId('gestore', now)
  const second = await secondVersion(manager, now)
  if (second) await submitted(manager, second, now)
}

async function firstVersion(manager: string, now: Date) {
  const known = await database.planVersion.findUnique({ where: { number: 1 }, select: { id: true } })
  return known?.id ?? must(await createDraft(await authorisePerson('plan.write', manager, requestId, now)))
}

/** The second version as a draft with its changes; undefined when it is there already. */
async function secondVersion(manager: string, now: Date) {
  const by = await authorisePerson('plan.write', manager, requestId, now)
  const first = await database.planVersion.findUniqueOrThrow({ where: { number: 1 }, select: { id: true } })
  const known = await database.planVersion.findUnique({
    where: { number: 2 },
    select: { id: true, submittedAt: true },
  })
  if (known?.submittedAt) return undefined
  const versionId = known?.id ?? must(await createDraft(by, first.id))
  const read = async () => {
    const row = await database.planVersion.findUniqueOrThrow({
      where: { id: versionId },
      select: { revision: true, composition: true },
    })
    return { revision: row.revision, composition: JSON.parse(row.composition) as Composition }
  }

  const { revision, composition } = await read()
  const module = composition.modules.find(({ slug }) => slug === discussed)
  if (module) {
    const { slug, ...settings } = module
    const hours = {
      ...settings.hours,
      navigator: settings.hours.navigator && { ...settings.hours.navigator, onTheJob: 14 },
    }
    const wanted = { ...settings, hours, assessment: { ...settings.assessment, cut: 5 } }
    must(await updateModuleSettings(by, { versionId, revision }, slug, wanted))
  }
  const { revision: next, composition: changed } = await read()
  const people = changed.sizing.entries.map((entry) =>
    entry.entry === overPlaces ? { ...entry, navigators: entry.places + 2 } : entry,
  )
  must(await updateSizing(by, { versionId, revision: next }, people))
  return versionId
}

/** The module whose hours and cut the second version changes. */
const discussed = 'primo-appuntamento'

/** The entry that the second version sends too many Navigators from. */
const overPlaces = 'LO.cpi-lodi'

async function submitted(manager: string, versionId: string, now: Date) {
  const version = await database.planVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { revision: true, submittedAt: true },
  })
  if (!version.submittedAt) {
    const by = await authorisePerson('plan.write', manager, requestId, now)
    must(await submitVersion(by, versionId, version.revision))
  }
  return versionId
}

async function personId(name: string, now: Date) {
  const person = await findPersonByEmail(`${name}@rotta.example`, dayOf(now))
  if (!person) throw new Error(`La demo non si carica: manca ${name}@rotta.example`)
  return person.id
}

function must<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value
  throw new Error(`La demo non si carica: ${result.message}`)
}
