import { Link } from 'react-router'
import { authorise, requireSignedIn } from '~/features/auth/authorise.server'
import type { Action } from '~/features/auth/rules/permission-matrix'
import { scopesOf } from '~/features/auth/rules/resolve-permission'
import { findPlaces } from '~/features/territory/places.queries.server'
import { dayOf } from '~/lib/dates'
import { doneMessage } from '~/lib/done-message'
import { countOf } from '~/lib/numbers'
import { PageTitle } from '~/ui/frame/page-title'
import { StatusMessage } from '~/ui/status-message'
import { ListFilters } from '../components/list-filters'
import { OwnSection, PeopleSection, SignedSection } from '../components/list-sections'
import { findOwnDrafts } from '../drafts.queries.server'
import { readListCursors, readListFilters } from '../list-filters.schema'
import {
  findObservedModules,
  findOwnObservations,
  findPeoplesObservations,
  findSigned,
} from '../observations.queries.server'
import type { Route } from './+types/observations-page'

const messages: Record<string, string> = { eliminata: 'La bozza è eliminata.' }

export const meta: Route.MetaFunction = () => [{ title: 'Osservazioni – Rotta' }]

/** Each role of somebody has its section; the page is open to who has one of them. */
export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('observation.open', request, context)
  const { grants } = requireSignedIn(request, context)
  const may = (action: Action) => scopesOf(grants, action, dayOf(by.now)).length > 0
  const filters = readListFilters(url.searchParams)
  const cursors = readListCursors(url.searchParams)
  const trains = may('observation.write') ? authorise('observation.write', request, context) : null
  const learns = may('learning.follow') ? authorise('learning.follow', request, context) : null
  const manages = may('progress.centre') ? authorise('progress.centre', request, context) : null
  const scopes = [...(trains?.scopes ?? []), ...(manages?.scopes ?? [])]
  const [drafts, signed, unseen, seen, people, places, modules] = await Promise.all([
    trains && findOwnDrafts(trains),
    trains && findSigned(trains, filters, cursors.firmate),
    learns && findOwnObservations(learns, { unseen: true }),
    learns && findOwnObservations(learns, { unseen: false, before: cursors.mie }),
    manages && findPeoplesObservations(manages, filters, cursors.persona),
    scopes.length > 0 ? findPlaces({ scopes }) : null,
    scopes.length > 0 ? findObservedModules() : [],
  ])
  return {
    trainer: drafts && signed && { drafts, ...signed },
    own: unseen && seen && { unseen: unseen.rows, seen: seen.rows, next: seen.next },
    people,
    places,
    modules,
    filters,
    cursors,
    message: doneMessage(messages, url.searchParams),
  }
}

export default function ObservationsPage({ loaderData }: Route.ComponentProps) {
  const { trainer, own, people, places, modules, filters, cursors, message } = loaderData
  return (
    <>
      <PageTitle title={titleOf(loaderData)} />
      <StatusMessage title={message} />
      {trainer ? (
        <div className="r-row">
          <Link className="btn btn-primary" to="/osservazioni/nuova">
            Comincia un’osservazione
          </Link>
          <Link className="r-link r-tap" to="/osservazioni/riesami">
            Osservazioni da riesaminare
          </Link>
        </div>
      ) : null}
      {own ? <OwnSection {...own} filters={filters} cursors={cursors} /> : null}
      {places ? <ListFilters filters={filters} places={places} modules={modules} /> : null}
      {trainer ? <SignedSection {...trainer} filters={filters} cursors={cursors} /> : null}
      {people ? <PeopleSection {...people} filters={filters} cursors={cursors} /> : null}
    </>
  )
}

/** The first thing that waits, or what there is. */
function titleOf({ trainer, own }: Route.ComponentProps['loaderData']) {
  const drafts = trainer?.drafts.length ?? 0
  const unseen = own?.unseen.length ?? 0
  if (unseen > 0) return countOf(unseen, 'osservazione da vedere', 'osservazioni da vedere')
  if (drafts > 0) return countOf(drafts, 'scheda da finire', 'schede da finire')
  if (trainer) return 'Nessuna scheda da finire'
  return own ? 'Nessuna osservazione da vedere' : 'Le osservazioni delle tue persone'
}
