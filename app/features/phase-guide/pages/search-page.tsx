import { Link } from 'react-router'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { countOf } from '~/lib/numbers'
import { EmptyState } from '~/ui/empty-state'
import { PageTitle } from '~/ui/frame/page-title'
import { LiveSearchForm } from '../components/live-search-form'
import { LessonResultList, SearchResultList } from '../components/search-results'
import { guide } from '../guide.server'
import { searchLessons } from '../lesson-search.server'
import { findReadPlan } from '../read-plan.queries.server'
import type { Route } from './+types/search-page'

const longestQuery = 200
const examples = ['assenza', 'esonero', 'DID', 'F5.3', 'rifiuta l’offerta', 'entro quanti giorni convocare']

// Not the query: the list of tabs and bookmarks need not show what was sought.
export const meta: Route.MetaFunction = () => [{ title: 'Cerca nella guida e nelle lezioni – Rotta' }]

export async function loader({ url, context }: Route.LoaderArgs) {
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, longestQuery)
  const lessons = query === '' ? null : await searchLessons(await findReadPlan(context), query)
  return { query, ...guide().search.search(query), lessons }
}

export default function SearchPage({ loaderData: { query, results, total, lessons } }: Route.ComponentProps) {
  const lessonCount = lessons?.total ?? 0
  return (
    <>
      <PageTitle
        title="Cerca nella guida e nelle lezioni"
        lead="Scrivi come parli: una parola, una sigla, un codice, una domanda."
      >
        <NormsNote />
      </PageTitle>
      <LiveSearchForm query={query} maxLength={longestQuery} />
      <p role="status" className="r-sec">
        {query ? countText(total, results.length) : ''}
        {lessonCount > 0 ? (
          <>
            . <a href="#lezioni">{countOf(lessonCount, 'risultato', 'risultati')} nel piano formativo</a>
          </>
        ) : null}
      </p>
      {query === '' ? <Examples /> : null}
      {query !== '' && total === 0 && lessonCount === 0 ? (
        <EmptyState
          title={`Nessun risultato per «${query}»`}
          lead="Prova con una parola sola, con la sigla o con il codice dell’attività, per esempio F5.3."
        >
          <Link to="/guida">Apri la guida</Link>
          <Link to="/glossario">Apri il glossario</Link>
        </EmptyState>
      ) : null}
      <div className={total > 0 && lessonCount > 0 ? 'r-split' : undefined}>
        {total > 0 ? (
          <section aria-labelledby="risultati">
            <h2 id="risultati" className={lessonCount > 0 ? 'mb-3' : 'visually-hidden'}>
              Nella guida
            </h2>
            <SearchResultList results={results} />
          </section>
        ) : null}
        {lessons && lessonCount > 0 ? (
          <section aria-labelledby="lezioni">
            <h2 id="lezioni" className="mb-3">
              Nel piano formativo
            </h2>
            <LessonResultList lessons={lessons} />
          </section>
        ) : null}
      </div>
    </>
  )
}

function Examples() {
  return (
    <section aria-labelledby="esempi">
      <h2 id="esempi" className="mb-3">
        Per esempio
      </h2>
      <ul className="r-list">
        {examples.map((example) => (
          <li key={example} className="mb-2">
            <Link className="r-link" to={`/cerca?${new URLSearchParams({ q: example })}`}>
              {example}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function countText(total: number, shown: number) {
  if (total === 0) return 'Nessun risultato nella guida'
  const found = countOf(total, 'risultato nella guida', 'risultati nella guida')
  return total > shown ? `${found}: questi sono i primi ${shown}` : found
}
