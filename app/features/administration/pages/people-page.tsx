import { data, Link } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { findPlaces } from '~/features/territory/places.queries.server'
import { countOf } from '~/lib/numbers'
import { readForm } from '~/platform/http/read-form.server'
import { EmptyState } from '~/ui/empty-state'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { Pagination } from '~/ui/pagination'
import { PeopleFilter, PersonSearch } from '../components/people-filter'
import { PeopleTable } from '../components/people-table'
import { countPeople, findPeoplePage, searchPeople } from '../people.queries.server'
import { peopleQuery, readPeopleFilters, searchForm } from '../people-filters.schema'
import type { Route } from './+types/people-page'

export const meta: Route.MetaFunction = () => [{ title: 'Persone – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('people.read', request, context)
  const filters = readPeopleFilters(url.searchParams)
  const after = url.searchParams.get('dopo') ?? undefined
  const before = url.searchParams.get('prima') ?? undefined
  const [page, total, places] = await Promise.all([
    findPeoplePage(by, filters, { after, before }),
    countPeople(by, filters),
    findPlaces(by),
  ])
  return { ...page, total, places, filters }
}

/** The search: names are typed here, and stand in no address and in no log. */
export async function action({ request, context, url }: Route.ActionArgs) {
  const by = authorise('people.read', request, context)
  const sent = Object.fromEntries(await readForm(request))
  const form = searchForm.safeParse(sent)
  if (!form.success) {
    return data(
      { typed: String(sent.cerca), error: form.error.issues[0]?.message ?? '', people: [], more: false },
      { status: 422 },
    )
  }
  const typed = form.data.cerca ?? ''
  const found = typed ? await searchPeople(by, readPeopleFilters(url.searchParams), typed) : null
  return data({ typed, error: '', people: found?.people ?? [], more: found?.more ?? false })
}

export default function PeoplePage({ loaderData, actionData }: Route.ComponentProps) {
  const { people, previous, next, total, places, filters } = loaderData
  const query = peopleQuery(filters)
  const pageAt = (cursor: Record<string, string>) => ({ to: `/amministrazione/persone${peopleQuery(filters, cursor)}` })
  const found = actionData?.typed && !actionData.error ? actionData : null
  return (
    <>
      <Breadcrumb items={[{ label: 'Amministrazione', to: '/amministrazione' }, { label: 'Persone' }]} />
      <PageTitle
        title={countOf(total, 'persona', 'persone')}
        lead={query ? 'Con i filtri che hai scelto.' : undefined}
      />
      <PersonSearch typed={actionData?.typed ?? ''} error={actionData?.error} query={query} />
      <PeopleFilter filters={filters} places={places} />
      <div className="r-row mt-3">
        <Link className="btn btn-primary" to="/amministrazione/persone/nuova">
          Aggiungi una persona
        </Link>
        <ExportButton query={query} />
      </div>
      <section className="r-sec" aria-label="Elenco">
        {found ? <Found {...found} query={query} /> : null}
        {!found && people.length > 0 ? (
          <>
            <PeopleTable people={people} caption="Persone, in ordine di cognome" />
            <Pagination
              previous={previous ? pageAt({ prima: previous }) : null}
              next={next ? pageAt({ dopo: next }) : null}
              summary={countOf(total, 'persona in tutto', 'persone in tutto')}
            />
          </>
        ) : null}
        {!found && people.length === 0 ? (
          <EmptyState title="Qui non c’è nessuna persona" lead="Togli un filtro, oppure aggiungi una persona.">
            <Link className="r-link" to="/amministrazione/persone">
              Mostra tutte le persone
            </Link>
          </EmptyState>
        ) : null}
      </section>
    </>
  )
}

/** A plain form: a download is no page, and asking for it is written down. */
function ExportButton({ query }: { query: string }) {
  return (
    <form method="post" action={`/amministrazione/persone/esporta${query}`}>
      <button className="btn btn-outline-primary" type="submit">
        Scarica l’elenco (CSV)
      </button>
    </form>
  )
}

type FoundProps = Pick<Route.ComponentProps['loaderData'], 'people'> & { typed: string; more: boolean; query: string }

function Found({ people, typed, more, query }: FoundProps) {
  const back = (
    <Link className="r-link" to={`/amministrazione/persone${query}`}>
      Torna all’elenco
    </Link>
  )
  if (people.length === 0) {
    return (
      <EmptyState title={`Nessuna persona comincia con «${typed}»`} lead="Prova con meno lettere, o con l’email.">
        {back}
      </EmptyState>
    )
  }
  return (
    <>
      <PeopleTable people={people} caption={`Persone il cui nome o la cui email comincia con «${typed}»`} />
      {more ? <Note title="Ce ne sono altre">Scrivi qualche lettera in più per trovare quella che cerchi.</Note> : null}
      <p className="mt-3">{back}</p>
    </>
  )
}
