import { data } from 'react-router'
import { authorise, requireSignedIn } from '~/features/auth/authorise.server'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { TextBasis } from '~/features/curriculum/components/text-basis'
import { CleanHtml } from '~/ui/clean-html'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { PrintButton } from '~/ui/print-button'
import { findReadableModule } from '../readable-module.queries.server'
import { renderedText } from '../rendered-text.server'
import type { Route } from './+types/job-aid-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.title ?? 'Scheda'} – Rotta` }]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('learning.read', request, context)
  const readable = await findReadableModule(by, requireSignedIn(request, context).profile, params.module)
  const jobAid = readable?.module.jobAid
  if (!readable || !jobAid) throw data(null, { status: 404 })
  const { plan, module } = readable
  // A job aid stands in the row of its module: the document and the module name it.
  const { html, basis } = renderedText(`${plan.documentHash}/${module.slug}`, jobAid.markdown)
  return {
    title: jobAid.title,
    lead: jobAid.lead,
    html,
    basis,
    module: { slug: module.slug, shortTitle: module.shortTitle },
  }
}

export default function JobAidPage({ loaderData: { title, lead, html, basis, module } }: Route.ComponentProps) {
  return (
    <div className="r-sheet">
      <Breadcrumb items={[{ label: module.shortTitle, to: `/moduli/${module.slug}` }, { label: title }]} />
      <PageTitle title={title} lead={lead}>
        <p className="mt-3 mb-0 r-noprint">
          <PrintButton>Stampa la scheda</PrintButton>
        </p>
      </PageTitle>
      <CleanHtml html={html} className="r-w" />
      <TextBasis title="Su che cosa si basa questa scheda" items={basis} unprinted />
      <div className="r-sec">
        <NormsNote />
      </div>
    </div>
  )
}
