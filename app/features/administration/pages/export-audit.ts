import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { csvHeaders } from '~/platform/export/stream-csv.server'
import { readAuditFilters } from '../audit-filters.schema'
import { exportAudit } from '../export-audit.server'

/** Asking for the log is written down in it, so it is a POST. */
export function loader({ request, context }: LoaderFunctionArgs): never {
  authorise('audit.read', request, context)
  throw data(null, { status: 405, headers: { Allow: 'POST' } })
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  const by = authorise('audit.read', request, context)
  const stream = await exportAudit(by, readAuditFilters(url.searchParams))
  return new Response(stream, { headers: csvHeaders(`registro-${by.today}.csv`) })
}
