import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { readForm } from '~/platform/http/read-form.server'
import { findWritable } from '../drafts.queries.server'
import { readDraftForm } from '../observation-form.schema'
import { draftSavedText } from '../observation-words'
import { saveDraft } from '../save-draft.server'
import type { Route } from './+types/save-draft-change'
import { sentRevision } from './answer-draft-form.server'

/** A change is sent here: there is nothing to see. */
export function loader({ request, context }: Route.LoaderArgs): never {
  authorise('observation.write', request, context)
  throw data(null, { status: 405, headers: { Allow: 'POST' } })
}

/** Saves a change as soon as it is made, for the script of the form: the smallest answer, no page drawn anew. */
export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const by = authorise('observation.write', request, context)
  const form = await readForm(request)
  const module = await findWritable(by, id)
  const { change, errors } = module ? readDraftForm(form, module) : { change: {}, errors: {} }
  const [wrong] = Object.values(errors).flat()
  if (wrong) return Response.json({ message: wrong }, { status: 422 })
  const saved = await saveDraft(by, { id, revision: sentRevision(form), change })
  if (saved.ok) {
    return Response.json({ at: draftSavedText(saved.value.at, by.now), revision: saved.value.revision })
  }
  if (saved.reason === 'conflict') {
    const { revision, body } = saved.stored
    return Response.json({ message: saved.message, revision, stored: body }, { status: 409 })
  }
  return Response.json({ message: saved.message }, { status: saved.reason === 'signed' ? 409 : 404 })
}
