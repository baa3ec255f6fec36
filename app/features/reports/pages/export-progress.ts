import { data } from 'react-router'
import { z } from 'zod'
import { authorise } from '~/features/auth/authorise.server'
import { csvHeaders, streamCsv } from '~/platform/export/stream-csv.server'
import { odsHeaders, streamOds } from '~/platform/export/stream-ods.server'
import { readForm } from '~/platform/http/read-form.server'
import { readListFilters } from '../cabina-filters.schema'
import { csvRows } from '../csv-rows'
import { exportCompletionTable, exportPeopleProgress } from '../export-progress.server'
import type { Route } from './+types/export-progress'

const wanted = z.object({ tabella: z.enum(['persone', 'sedi']), formato: z.enum(['csv', 'ods']) })

/** Asking for a list of people is written down, so it is a POST. */
export function loader({ request, context }: Route.LoaderArgs): never {
  authorise('progress.read', request, context)
  throw data(null, { status: 405, headers: { Allow: 'POST' } })
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const by = authorise('progress.read', request, context)
  const asked = wanted.safeParse(Object.fromEntries(await readForm(request)))
  if (!asked.success) throw data(null, { status: 422 })
  const { tabella, formato } = asked.data
  const filters = readListFilters(url.searchParams)
  const table =
    tabella === 'persone' ? filters && (await exportPeopleProgress(by, filters)) : await exportCompletionTable(by)
  if (!table) throw data(null, { status: 404 })
  const { name, headings, portions } = table
  return formato === 'csv'
    ? new Response(streamCsv(headings, csvRows(portions)), { headers: csvHeaders(`${name}.csv`) })
    : new Response(streamOds('Avanzamento', headings, portions), { headers: odsHeaders(`${name}.ods`) })
}
