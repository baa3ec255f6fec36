import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { csvHeaders } from '~/platform/export/stream-csv.server'
import { exportPeople } from '../export-people.server'
import { readPeopleFilters } from '../people-filters.schema'
import type { Route } from './+types/export-people'

/** Asking for the list is written down, so it is a POST. */
export function loader({ request, context }: Route.LoaderArgs): never {
  authorise('people.export', request, context)
  throw data(null, { status: 405, headers: { Allow: 'POST' } })
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const by = authorise('people.export', request, context)
  const stream = await exportPeople(by, readPeopleFilters(url.searchParams))
  return new Response(stream, { headers: csvHeaders(`persone-${by.today}.csv`) })
}
