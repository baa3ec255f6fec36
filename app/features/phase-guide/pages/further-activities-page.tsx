import { Breadcrumb } from '~/ui/frame/breadcrumb'
import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { PageBasis } from '../components/page-basis'
import { SourceLine } from '../components/source-line'
import { RunningStatements, Statements } from '../components/statements'
import { guide } from '../guide.server'
import type { Route } from './+types/further-activities-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.title ?? 'Guida'} – Rotta` }]

export function loader() {
  return guide().furtherActivities
}

export default function FurtherActivitiesPage({ loaderData: further }: Route.ComponentProps) {
  return (
    <>
      <Breadcrumb items={[{ label: 'Guida', to: '/guida' }, { label: further.title }]} />
      <PageTitle title={further.title} lead={<RunningStatements statements={further.lead} />} />
      <section className="r-w" aria-labelledby="da-sapere">
        <h2 id="da-sapere" className="mb-3">
          Da sapere
        </h2>
        <Statements statements={further.notes} />
      </section>
      <PageBasis items={further.basis} />
      <SourceLine cite={further.cite} />
    </>
  )
}
