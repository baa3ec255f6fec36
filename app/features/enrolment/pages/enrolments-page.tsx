import { data, Link, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { findPlaces } from '~/features/territory/places.queries.server'
import { findPlanInForce } from '~/features/training-plan/frozen-plan.server'
import { countOf, formatNumber } from '~/lib/numbers'
import { readForm } from '~/platform/http/read-form.server'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { Pagination } from '~/ui/pagination'
import { StatusMessage } from '~/ui/status-message'
import { EnrolmentFilter } from '../components/enrolment-filter'
import { EnrolmentTable } from '../components/enrolment-table'
import { LearnerSearch, LearnersFound } from '../components/learner-search'
import { NoEnrolments } from '../components/no-enrolments'
import { enrolPerson } from '../enrol-person.server'
import { enrolmentQuery, readEnrolmentFilters, searchForm, searchIntent } from '../enrolment-filters.schema'
import { countEnrolledPeople, countFollowing, findEnrolmentsPage, searchLearners } from '../enrolments.queries.server'
import type { Route } from './+types/enrolments-page'

export const meta: Route.MetaFunction = () => [{ title: 'Iscrizioni – Rotta' }]

const page = '/gestione/iscrizioni'

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('enrolment.write', request, context)
  const filters = readEnrolmentFilters(url.searchParams)
  const after = url.searchParams.get('dopo') ?? undefined
  const before = url.searchParams.get('prima') ?? undefined
  const [list, total, following, places, inForce] = await Promise.all([
    findEnrolmentsPage(by, filters, { after, before }),
    countEnrolledPeople(by, filters),
    countFollowing(by),
    findPlaces(by),
    findPlanInForce(),
  ])
  return {
    ...list,
    total,
    following,
    places,
    inForce: inForce?.number ?? null,
    filters,
    message: messageOf(url.searchParams),
  }
}

/** The search (names stand in no address and in no log), and the enrolment of somebody whom it found. */
export async function action({ request, context }: Route.ActionArgs) {
  const by = authorise('enrolment.write', request, context)
  const sent = Object.fromEntries(await readForm(request))
  const form = searchForm.safeParse(sent)
  const nobody = { people: [], more: false, refused: '' }
  if (!form.success) {
    const error = form.error.issues[0]?.message ?? ''
    return data({ ...nobody, typed: String(sent.cerca), error }, { status: 422 })
  }
  const typed = form.data.cerca ?? ''
  const found = {
    typed,
    error: '',
    refused: '',
    ...(typed ? await searchLearners(by, typed) : { people: [], more: false }),
  }
  const intent = searchIntent.safeParse(sent.intent).data
  switch (intent) {
    case 'search':
      return data(found)
    case 'enrol': {
      const result = await enrolPerson(by, String(sent.personId ?? ''))
      if (result.ok) throw redirect(`${page}/${result.value}?fatto=iscritta`, 303)
      if (result.reason === 'absent') throw data(null, { status: 404 })
      return data({ ...found, refused: result.message }, { status: 409 })
    }
    case undefined:
      return data(
        { ...found, refused: 'Non abbiamo capito la richiesta: usa i pulsanti di questa pagina' },
        { status: 422 },
      )
    default:
      return intent satisfies never
  }
}

export default function EnrolmentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { people, previous, next, total, following, places, inForce, filters, message } = loaderData
  const query = enrolmentQuery(filters)
  const pageAt = (cursor: Record<string, string>) => ({ to: page + enrolmentQuery(filters, cursor) })
  const found = actionData?.typed && !actionData.error ? actionData : null
  return (
    <>
      <PageTitle title={titleOf(following)} lead={leadOf(inForce)} />
      <StatusMessage title={actionData ? null : message} />
      {actionData?.refused ? (
        <Note kind="bad" title={actionData.refused} role="alert">
          Non è cambiato nulla.
        </Note>
      ) : null}
      <LearnerSearch typed={actionData?.typed ?? ''} error={actionData?.error} query={query} />
      <EnrolmentFilter filters={filters} places={places} />
      {inForce === null ? null : (
        <p className="mt-3">
          <Link className="btn btn-primary" to={`${page}/gruppo`}>
            Iscrivi le persone di una sede o di una provincia
          </Link>
        </p>
      )}
      <section className="r-sec" aria-label="Elenco">
        {found ? <LearnersFound {...found} query={query} /> : null}
        {!found && people.length > 0 ? (
          <>
            <EnrolmentTable people={people} />
            <Pagination
              previous={previous ? pageAt({ prima: previous }) : null}
              next={next ? pageAt({ dopo: next }) : null}
              summary={countOf(total, 'persona in tutto', 'persone in tutto')}
            />
          </>
        ) : null}
        {!found && people.length === 0 ? <NoEnrolments filtered={query !== ''} inForce={inForce} /> : null}
      </section>
    </>
  )
}

/** What enrolling a group has done, as the redirect says it. */
function messageOf(query: URLSearchParams) {
  const enrolled = Number.parseInt(query.get('iscritte') ?? '', 10)
  if (query.get('fatto') !== 'gruppo' || !(enrolled >= 0)) return null
  if (enrolled === 0) return 'Intanto qualcuno le aveva già iscritte: non è cambiato nulla.'
  return `${countOf(enrolled, 'persona iscritta', 'persone iscritte')} al piano.`
}

function titleOf(following: number) {
  if (following === 0) return 'Nessuna persona segue il piano'
  return following === 1 ? 'Una persona segue il piano' : `${formatNumber(following)} persone seguono il piano`
}

function leadOf(inForce: number | null) {
  if (inForce === null) return 'Le iscrizioni si aprono quando la Cabina di Regia approva una versione del piano.'
  return `Chi si iscrive adesso segue la versione ${inForce}, e la tiene anche quando ne arriva un’altra.`
}
