import { Link } from 'react-router'
import type { PlanLink, ToldPlan } from '../training-view.server'

/** A page of the plan; its title alone for those who do not get there. */
export function PlanLinkText({ link: { title, to } }: { link: PlanLink }) {
  return to === null ? title : <Link to={to}>{title}</Link>
}

/** Which version of the plan a page tells, and who opens its lessons. */
export function ToldPlanNote({ plan: { number, own, reader } }: { plan: ToldPlan }) {
  return (
    <p className="r-small r-muted">
      {own
        ? `Dal piano formativo che segui, versione ${number}.`
        : `Dal piano formativo in vigore, versione ${number}.`}{' '}
      {reader === 'visitor' ? 'Per aprire moduli e lezioni si accede.' : null}
      {reader === 'other-roles' ? 'Moduli e lezioni li apre chi segue il piano, chi forma e chi lo gestisce.' : null}
    </p>
  )
}
