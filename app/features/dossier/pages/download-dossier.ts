import { data } from 'react-router'
import { requireSignedIn } from '~/features/auth/authorise.server'
import { dayOf } from '~/lib/dates'
import { requestContext } from '~/platform/http/request-context.server'
import { exportDossier } from '../export-dossier.server'
import type { Route } from './+types/download-dossier'

/** Asking for it is written down, so it is a POST. */
export function loader({ request, context }: Route.LoaderArgs): never {
  requireSignedIn(request, context)
  throw data(null, { status: 405, headers: { Allow: 'POST' } })
}

export async function action({ request, context }: Route.ActionArgs) {
  const { personId } = requireSignedIn(request, context)
  const now = new Date()
  const dossier = await exportDossier(personId, context.get(requestContext).requestId, now)
  return new Response(JSON.stringify(dossier, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="rotta-i-miei-dati-${dayOf(now)}.json"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
