import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import type { Route } from './+types/save-choice'
import { saveFromForm, statusOfRefusal } from './save-from-form.server'

/** A choice is sent here: there is nothing to see. */
export function loader({ request, context }: Route.LoaderArgs): never {
  authorise('learning.follow', request, context)
  throw data(null, { status: 405, headers: { Allow: 'POST' } })
}

/** Saves a choice as soon as it is made, for the script of the question's page: the smallest answer, no page drawn anew. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const result = await saveFromForm({ request, context, attemptId: params.id })
  if (result.ok) return Response.json({ at: result.value.at })
  return Response.json({ message: result.message }, { status: statusOfRefusal[result.reason] })
}
