import { authorise } from '~/features/auth/authorise.server'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { formatDate } from '~/lib/dates'
import { PageTitle } from '~/ui/frame/page-title'
import { ModuleList } from '../components/module-list'
import { NextStepPanel } from '../components/next-step-panel'
import { NoPlan } from '../components/no-plan'
import { PlanHours } from '../components/plan-hours'
import { PlanRoute } from '../components/plan-route'
import { ToAcknowledge } from '../components/to-acknowledge'
import { WhatIsMissing } from '../components/what-is-missing'
import { findOwnPlan, findWhyNoPlan } from '../own-plan.queries.server'
import { planView } from '../plan-view'
import { findWhatIsMissing } from '../what-is-missing.server'
import type { Route } from './+types/plan-page'

export const meta: Route.MetaFunction = () => [{ title: 'Il mio piano – Rotta' }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const by = authorise('learning.follow', request, context)
  const own = await findOwnPlan(by)
  if (own) return { plan: planView(own), missing: await findWhatIsMissing(own, by.today), none: null }
  const reason = await findWhyNoPlan(by)
  return {
    plan: null,
    missing: [],
    none: reason.kind === 'left' ? { kind: reason.kind, on: formatDate(reason.at) } : reason,
  }
}

export default function PlanPage({ loaderData: { plan, missing, none } }: Route.ComponentProps) {
  if (!plan) {
    return (
      <>
        <PageTitle title="Il mio piano" />
        <NoPlan reason={none} />
      </>
    )
  }
  return (
    <>
      <PageTitle kick={plan.kick} title="Il mio piano" />
      <PlanRoute modules={plan.modules} />
      <ToAcknowledge observations={plan.toAcknowledge} />
      <div className="r-split r-sec mt-4">
        <NextStepPanel step={plan.step} />
        <PlanHours hours={plan.hours} />
      </div>
      <ModuleList modules={plan.modules} />
      <WhatIsMissing modules={missing} />
      <div className="r-sec">
        <NormsNote />
      </div>
    </>
  )
}
