import { authorise } from '~/features/auth/authorise.server'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Pagination } from '~/ui/pagination'
import { ReviewsTable } from '../components/reviews-table'
import { findOpenReviews } from '../reviews.queries.server'
import type { Route } from './+types/reviews-page'

/** Beyond it there is nothing in any list. */
const lastPage = 1000

export const meta: Route.MetaFunction = () => [{ title: 'Osservazioni da riesaminare – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('observation.review', request, context)
  const asked = Number(url.searchParams.get('pagina') ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 && asked <= lastPage ? asked : 1
  return { ...(await findOpenReviews(by, page)), page }
}

export default function ReviewsPage({ loaderData: { rows, more, page } }: Route.ComponentProps) {
  const at = (number: number) => ({
    to: number === 1 ? '/osservazioni/riesami' : `/osservazioni/riesami?pagina=${number}`,
  })
  return (
    <>
      <Breadcrumb items={[{ label: 'Osservazioni', to: '/osservazioni' }, { label: 'Da riesaminare' }]} />
      <PageTitle
        title="Osservazioni da riesaminare"
        lead="Chi è stato osservato non è d’accordo. Riesamina una persona diversa da chi ha firmato: confermi o annulli, con il motivo. Intanto si ferma soltanto l’attestato."
      />
      <section className="r-sec" aria-label="Elenco">
        <ReviewsTable rows={rows} />
        {page > 1 || more ? (
          <Pagination
            previous={page > 1 ? at(page - 1) : null}
            next={more ? at(page + 1) : null}
            summary={`Pagina ${page}`}
          />
        ) : null}
      </section>
    </>
  )
}
