import { findTrainersOf } from '~/features/territory/trainers.queries.server'
import type { Day } from '~/lib/dates'
import { type MissingView, missingView } from './missing-view'
import type { OwnPlan } from './own-plan.queries.server'
import { whatIsMissing } from './rules/what-is-missing'

/** What each open module of one's own plan still lacks, and who can give it. */
export async function findWhatIsMissing({ enrolment, modules }: OwnPlan, today: Day): Promise<MissingView[]> {
  const open = modules.filter(({ completedAt }) => completedAt === null)
  if (open.length === 0) return []
  const trainers = await findTrainersOf(enrolment.personId, today)
  return open.map((module) => missingView(module, whatIsMissing(module, trainers)))
}
