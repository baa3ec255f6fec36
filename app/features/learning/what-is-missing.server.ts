import type { SignedRow } from '~/features/observations/rules/requirement'
import { findTrainersOf } from '~/features/territory/trainers.queries.server'
import type { Day } from '~/lib/dates'
import { groupedBy } from '~/lib/grouped-by'
import { database } from '~/platform/database/client.server'
import { type MissingView, missingView } from './missing-view'
import type { OwnPlan } from './own-plan.queries.server'
import { whatIsMissing } from './rules/what-is-missing'

/** What each open module of one's own plan still lacks, and who can give it. */
export async function findWhatIsMissing({ enrolment, modules }: OwnPlan, today: Day): Promise<MissingView[]> {
  const open = modules.filter(({ completedAt }) => completedAt === null)
  if (open.length === 0) return []
  const [trainers, signed] = await Promise.all([findTrainersOf(enrolment.personId, today), findSignedOf(enrolment.id)])
  return open.map((module) => missingView(module, whatIsMissing(module, signed.get(module.slug) ?? [], trainers)))
}

/** The signed observations of an enrolment by module, in their order. */
async function findSignedOf(enrolmentId: string): Promise<Map<string, SignedRow[]>> {
  const rows = await database.observation.findMany({
    where: { enrolmentId },
    orderBy: { seq: 'asc' },
    select: { id: true, moduleSlug: true, observerId: true, sufficient: true, corrects: true, isVoid: true },
  })
  return groupedBy(rows, ({ moduleSlug }) => moduleSlug)
}
