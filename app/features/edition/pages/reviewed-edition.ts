import type { LoaderFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { findReviewedEdition } from '../edition.server'
import { answerEdition } from './answer-edition.server'

/** The reading edition of a submitted version, for the Cabina. */
export async function loader({ request, params: { id = '' }, context, url }: LoaderFunctionArgs) {
  const by = authorise('plan.review', request, context)
  const source = await findReviewedEdition(by, id)
  return answerEdition(source, { url, context, back: `/cabina/piani/${id}`, day: by.today })
}
