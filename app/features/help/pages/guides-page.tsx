import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { GuideLinks } from '../components/guide-links'
import { listGuides } from '../guides.server'
import type { Route } from './+types/guides-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = () => [{ title: 'Come usare Rotta – Rotta' }]

export function loader({ context }: Route.LoaderArgs) {
  return listGuides(context)
}

export default function GuidesPage({ loaderData: { mine, others } }: Route.ComponentProps) {
  return (
    <>
      <PageTitle
        title="Come usare Rotta"
        lead="Guide brevi, una per chi fa che cosa: i passi nell’ordine in cui si fanno, con le immagini. Si stampano."
      />
      {mine.length > 0 ? (
        <section className="r-sec r-w" aria-labelledby="la-tua">
          <h2 id="la-tua">{mine.length === 1 ? 'La tua guida' : 'Le tue guide'}</h2>
          <GuideLinks guides={mine} />
        </section>
      ) : null}
      <section className="r-sec r-w" aria-labelledby="le-altre">
        <h2 id="le-altre">{mine.length > 0 ? 'Le altre guide' : 'Le guide'}</h2>
        <GuideLinks guides={others} />
      </section>
    </>
  )
}
