import { foldEvidence, planCompletedAt } from '~/features/evidence/rules/fold'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { dayOf } from '~/lib/dates'
import type { Transaction } from '~/platform/database/client.server'
import { type Ledger, textOf } from './ledger'
import type { Standing } from './standing'

/** Writes what the acts add up to: homes, progress of each module with evidence, how each enrolment stands. */
export async function settleStandings(
  tx: Transaction,
  ledger: Ledger,
  plan: FrozenPlan,
  standings: readonly Standing[],
): Promise<void> {
  await moveHomes(tx, standings)
  const ends = standings.map((standing) => settle(ledger, plan, standing))
  await tx.$executeRaw`
    UPDATE "Enrolment" SET "leftAt" = wanted.value ->> 'leftAt', "activeKey" = wanted.value ->> 'activeKey',
      "completedAt" = wanted.value ->> 'completedAt', "completedOn" = wanted.value ->> 'completedOn'
    FROM json_each(${JSON.stringify(ends)}) AS wanted WHERE "Enrolment"."id" = wanted.value ->> 'id'`
  await ledger.flush()
}

/** Adds the progress of each module with evidence. @returns how the enrolment ends */
function settle(ledger: Ledger, plan: FrozenPlan, { learner, evidence, leftAt }: Standing) {
  const completions = new Map<string, Date | undefined>()
  const taken = plan.modules.flatMap((module) => {
    const requirements = requirementsOf(module, learner.profile)
    return requirements ? [{ slug: module.slug, requirements }] : []
  })
  for (const { slug, requirements } of taken) {
    const rows = evidence.get(slug)
    if (!rows) continue
    const { minutesByMode, completedAt, ...state } = foldEvidence(requirements, rows)
    completions.set(slug, completedAt)
    ledger.add('ModuleProgress', {
      ...state,
      enrolmentId: learner.enrolmentId,
      moduleSlug: slug,
      minutesByMode: JSON.stringify(minutesByMode),
      completedAt,
      completedOn: completedAt && dayOf(completedAt),
    })
  }
  const completedAt = planCompletedAt(taken.map(({ slug }) => completions.get(slug)))
  return {
    id: learner.enrolmentId,
    leftAt: leftAt && textOf(leftAt),
    activeKey: leftAt ? null : learner.personId,
    completedAt: completedAt ? textOf(completedAt) : null,
    completedOn: completedAt ? dayOf(completedAt) : null,
  }
}

/** The learner's role moves with them (administration/update-person). */
async function moveHomes(tx: Transaction, standings: readonly Standing[]) {
  const moved = standings.filter(({ moves }) => moves > 0)
  const json = JSON.stringify(moved.map(({ learner, entryId, moves }) => ({ id: learner.personId, entryId, moves })))
  await tx.$executeRaw`
    UPDATE "Person" SET "homeEntryId" = wanted.value ->> 'entryId', "revision" = "revision" + (wanted.value ->> 'moves')
    FROM json_each(${json}) AS wanted WHERE "Person"."id" = wanted.value ->> 'id'`
  await tx.$executeRaw`
    UPDATE "RoleAssignment" SET "scopeKind" = 'entry', "scopeId" = wanted.value ->> 'entryId'
    FROM json_each(${json}) AS wanted WHERE "personId" = wanted.value ->> 'id' AND +"role" = 'learner'`
}
