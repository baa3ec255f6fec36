import { Form, Link } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { findPlaces } from '~/features/territory/places.queries.server'
import { doneMessage } from '~/lib/done-message'
import { countOf } from '~/lib/numbers'
import { EmptyState } from '~/ui/empty-state'
import { SubmitButton } from '~/ui/forms/submit-button'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { Pagination } from '~/ui/pagination'
import { StatusMessage } from '~/ui/status-message'
import { LeftOutNote } from '../components/left-out-note'
import { NotAnEvaluation } from '../components/not-an-evaluation'
import { PendingPeople } from '../components/pending-people'
import { PracticeFilter } from '../components/practice-filter'
import { ValidationList } from '../components/validation-list'
import {
  countPending,
  findOwnValidations,
  findPendingPractice,
  findPractisedModules,
} from '../pending-practice.queries.server'
import { practiceQuery, readPracticeFilters } from '../practice-filters.schema'
import type { Route } from './+types/validation-page'
import { answerDecisionForm } from './answer-decision-form.server'

const page = '/pratica/convalida'
const formId = 'convalida'
const messages: Record<string, string> = {
  rimandata: 'La voce è rimandata: chi l’ha annotata legge il motivo.',
  revocata: 'La convalida è revocata: quelle ore non contano più.',
}

export const meta: Route.MetaFunction = () => [{ title: 'Ore da convalidare – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('practice.validate', request, context)
  const filters = readPracticeFilters(url.searchParams)
  const own = filters.stato === 'convalidate'
  const [pending, validated, waiting, places, modules] = await Promise.all([
    own ? null : findPendingPractice(by, filters),
    own ? findOwnValidations(by, filters.pagina) : null,
    countPending(by, filters),
    findPlaces(by),
    findPractisedModules(),
  ])
  return {
    people: pending?.people ?? [],
    validations: validated?.validations ?? null,
    more: (pending ?? validated)?.more ?? false,
    waiting,
    places,
    modules,
    filters,
    message: messageOf(url.searchParams),
    // Ticks are gone with the entries that they stood for.
    listKey: by.requestId,
  }
}

export function action({ request, context, url }: Route.ActionArgs) {
  return answerDecisionForm(request, context, practiceQuery(readPracticeFilters(url.searchParams)))
}

export default function ValidationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { people, validations, more, waiting, places, modules, filters, message, listKey } = loaderData
  const pageAt = (pagina: number) => ({ to: page + practiceQuery({ ...filters, pagina }) })
  const written = actionData?.reply ? { target: actionData.target, reply: actionData.reply } : undefined
  return (
    <>
      <PageTitle title={titleOf(waiting)}>
        <p className="mt-3 mb-0">
          {validations ? (
            <Link className="r-link" to={page}>
              Torna alle ore da convalidare
            </Link>
          ) : (
            <Link className="r-link" to={`${page}?stato=convalidate`}>
              Le ore che hai convalidato
            </Link>
          )}
        </p>
      </PageTitle>
      <StatusMessage title={actionData ? null : message} />
      {actionData?.refused ? (
        <Note kind="bad" title={actionData.refused} role="alert">
          Non è cambiato nulla.
        </Note>
      ) : null}
      {actionData?.outcome ? <LeftOutNote outcome={actionData.outcome} /> : null}
      <NotAnEvaluation />
      {validations ? null : <PracticeFilter filters={filters} places={places} modules={modules} />}
      <div key={listKey}>
        {validations && validations.length > 0 ? (
          <section className="r-sec" aria-label="Elenco">
            <ValidationList validations={validations} revoked={written} />
          </section>
        ) : null}
        {validations?.length === 0 ? <EmptyState title="Non hai ancora convalidato ore" /> : null}
        {people.length > 0 ? (
          <>
            <PendingPeople people={people} formId={formId} returned={written} />
            <Form method="post" id={formId} className="r-bar r-noprint">
              <input type="hidden" name="intent" value="validate" />
              <SubmitButton busyLabel="Convalido…">Convalida le ore scelte</SubmitButton>
            </Form>
          </>
        ) : null}
        {!validations && people.length === 0 ? (
          <EmptyState
            title="Nessuna ora da convalidare"
            lead="Qui trovi le ore sul lavoro che annotano le persone dei tuoi centri, o che ci lavorano oggi."
          />
        ) : null}
      </div>
      {filters.pagina > 1 || more ? (
        <Pagination
          previous={filters.pagina > 1 ? pageAt(filters.pagina - 1) : null}
          next={more ? pageAt(filters.pagina + 1) : null}
          summary={`Pagina ${filters.pagina}`}
        />
      ) : null}
    </>
  )
}

function titleOf(waiting: number) {
  if (waiting === 0) return 'Nessuna ora sul lavoro aspetta la tua convalida'
  const entries = countOf(waiting, 'voce', 'voci')
  return `${entries} di ore sul lavoro ${waiting === 1 ? 'aspetta' : 'aspettano'} la tua convalida`
}

/** What was done, as the redirect says it. */
function messageOf(query: URLSearchParams) {
  const count = Number.parseInt(query.get('voci') ?? '', 10)
  if (query.get('fatto') !== 'convalidate' || !(count > 0)) return doneMessage(messages, query)
  return `${countOf(count, 'voce convalidata', 'voci convalidate')}: le ore contano da adesso.`
}
