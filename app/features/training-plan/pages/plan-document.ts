import { data, type LoaderFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { findPlanDocument } from '../review.queries.server'

/** The canonical document of a submitted version, byte by byte: what `rotta -- plan verify` proves against its hash. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const document = await findPlanDocument(authorise('plan.review', request, context), params.id ?? '')
  if (!document) throw data(null, { status: 404 })
  return new Response(document.body, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="piano-versione-${document.version.number}.json"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
