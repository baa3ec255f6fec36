import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatTime } from '~/lib/dates'
import { readForm } from '~/platform/http/read-form.server'
import { type DraftRefusal, saveDraft } from '../drafts.server'
import type { Route } from './+types/save-draft'
import { readDraftForm } from './read-draft-form.server'

const statusOfRefusal: Record<DraftRefusal, number> = { absent: 404, signed: 409, changed: 409 }

/** A draft is sent here as it is written: there is nothing to see. */
export function loader({ request, context }: Route.LoaderArgs): never {
  authorise('register.write', request, context)
  throw data(null, { status: 405, headers: { Allow: 'POST' } })
}

/** Saves a draft for the script of its page: the smallest answer, no page drawn anew. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const by = authorise('register.write', request, context)
  const sent = readDraftForm(await readForm(request))
  const [refused] = sent ? Object.values(sent.errors) : ['La bozza non è arrivata intera: ricarica la pagina']
  if (!sent || refused) return Response.json({ message: refused }, { status: 422 })
  const saved = await saveDraft(by, { draftId: params.id, revision: sent.revision, body: sent.body })
  if (saved.ok) return Response.json({ revision: saved.value, at: formatTime(by.now) })
  const message = `${saved.message}: ricarica la pagina`
  return Response.json({ message }, { status: statusOfRefusal[saved.reason] })
}
