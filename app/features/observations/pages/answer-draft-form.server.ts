import { data, type RouterContextProvider } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { readForm } from '~/platform/http/read-form.server'
import { discardDraft } from '../discard-draft.server'
import type { DraftAnswer } from '../draft-answer'
import { findOwnDraft, findWritable } from '../drafts.queries.server'
import { type FieldErrors, readDraftForm } from '../observation-form.schema'
import { refuseSignature } from '../rules/refuse-signature'
import { saveDraft } from '../save-draft.server'

type Asked = { request: Request; context: Readonly<RouterContextProvider>; id: string }

/**
 * Answers the form of a draft: it saves, and with the intent `review` goes on to the signature when nothing is missing.
 * @returns where to go, or what to say beside the fields
 * @throws 404 when it is not a draft of one's own, 409 when it was signed meanwhile
 */
export async function answerDraftForm({ request, context, id }: Asked) {
  const by = authorise('observation.write', request, context)
  const module = await findWritable(by, id)
  if (!module) throw data(null, { status: 404 })
  const form = await readForm(request)
  const intent = form.get('intent')
  if (intent === 'discard') {
    const discarded = await discardDraft(by, id)
    if (!discarded.ok) throw data(null, { status: 404 })
    return '/osservazioni?fatto=eliminata'
  }
  const revision = sentRevision(form)
  const refuse = (status: number, answer: Partial<DraftAnswer>) =>
    data<DraftAnswer>({ errors: {}, typed: typedIn(form), revision, stored: null, saved: false, ...answer }, { status })
  if (intent !== 'save' && intent !== 'review') {
    return refuse(422, { errors: { '': ['Non abbiamo capito la richiesta: usa i pulsanti di questa pagina'] } })
  }
  const { change, errors } = readDraftForm(form, module)
  if (Object.keys(errors).length > 0) return refuse(422, { errors })
  const saved = await saveDraft(by, { id, revision, change })
  if (!saved.ok) {
    if (saved.reason === 'conflict') {
      return refuse(409, { revision: saved.stored.revision, stored: saved.stored.body })
    }
    if (saved.reason === 'absent') throw data(null, { status: 404 })
    throw data({ title: 'Non abbiamo salvato nulla', message: saved.message }, { status: 409 })
  }
  if (intent === 'save') return `/osservazioni/${id}/compila?fatto=salvata`
  const draft = await findOwnDraft(by, id)
  const missing: FieldErrors = {}
  for (const { field, message } of refuseSignature(draft?.body ?? {}, module.criteria)) {
    missing[field] = [...(missing[field] ?? []), message]
  }
  if (Object.keys(missing).length === 0) return `/osservazioni/${id}/firma`
  return refuse(422, { errors: missing, revision: saved.value.revision, saved: true })
}

/** The revision that a form came with; 0, which no draft has, when it is no number. */
export function sentRevision(form: FormData): number {
  const revision = Number(form.get('revision'))
  return Number.isInteger(revision) ? revision : 0
}

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
