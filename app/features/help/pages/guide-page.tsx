import { data } from 'react-router'
import { CleanHtml } from '~/ui/clean-html'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { PrintButton } from '~/ui/print-button'
import { GuidePicture } from '../components/guide-picture'
import { showGuide } from '../guides.server'
import type { Route } from './+types/guide-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.title ?? 'Guida'} – Rotta` }]

export function loader({ params }: Route.LoaderArgs) {
  const guide = showGuide(params.chi)
  if (!guide) throw data(null, { status: 404 })
  return guide
}

export default function GuidePage({ loaderData: { title, lead, sections, parts } }: Route.ComponentProps) {
  return (
    <div className="r-manual">
      <Breadcrumb items={[{ label: 'Come usare Rotta', to: '/come-usare-rotta' }, { label: title }]} />
      <PageTitle title={title} lead={lead}>
        <p className="mt-3 mb-0 r-noprint">
          <PrintButton>Stampa la guida</PrintButton>
        </p>
      </PageTitle>
      <nav className="r-box r-w r-noprint" aria-labelledby="in-questa-guida">
        <h2 id="in-questa-guida">In questa guida</h2>
        <ul className="r-list">
          {sections.map(({ id, text }) => (
            <li key={id}>
              <a className="r-tap" href={`#${id}`}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map((part) =>
        part.kind === 'text' ? (
          <CleanHtml key={part.html} html={part.html} />
        ) : (
          <GuidePicture key={part.address} {...part} />
        ),
      )}
      <p className="r-small r-muted mt-4">Le persone, le date e i numeri delle immagini sono inventati.</p>
    </div>
  )
}
