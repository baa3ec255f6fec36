import type { LoaderFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { findComposedEdition } from '../edition.server'
import { answerEdition } from './answer-edition.server'

/** The reading edition of a version of any state, drafts included, for who composes the plan. */
export async function loader({ request, params: { id = '' }, context, url }: LoaderFunctionArgs) {
  const by = authorise('plan.write', request, context)
  const source = await findComposedEdition(by, id)
  return answerEdition(source, { url, context, back: `/gestione/piani/${id}`, day: by.today })
}
