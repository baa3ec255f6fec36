import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { reauthenticate } from '~/features/auth/reauthentication.server'
import type { Result } from '~/lib/result'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { acknowledgeObservation } from '../acknowledge-observation.server'
import { findObservation } from '../observation.queries.server'
import { type ResponseIntent, responseForms, responseIntent } from '../response-forms.schema'
import { reviewObservation } from '../review-observation.server'

/** What a form of an observation's page gets back when it does not lead elsewhere. */
export type ObservationAnswer = {
  intent: ResponseIntent | null
  reply: SubmissionResult<string[]> | null
  /** Refused because of what has happened meanwhile; `written` is what somebody wrote in their own words. */
  conflict: { message: string; written: string | null } | null
}

type Asked = { request: Request; context: Readonly<RouterContextProvider>; id: string }

const forbidden = ['own', 'author']
const conflicts = ['already-answered', 'already-reviewed', 'no-disagreement', 'not-standing']

/**
 * Answers the forms of an observation's page, by their intent.
 * @throws a redirect when something was done, 404 when the observation is absent or not for this reader, 403 for who
 *   may not
 */
export async function answerObservationForm({ request, context, id }: Asked) {
  const reader = authorise('observation.open', request, context)
  if ((await findObservation(reader, id))?.kind !== 'signed') throw data(null, { status: 404 })
  const form = await readForm(request)
  const intent = responseIntent.safeParse(form.get('intent')).data ?? null
  const answer: ObservationAnswer = { intent, reply: null, conflict: null }

  function settle(result: Result<null, string>, submission: AnySubmission, done: string) {
    if (result.ok) throw redirect(`/osservazioni/${id}?fatto=${done}`, 303)
    const { reason, message } = result
    if (reason === 'absent') throw data(null, { status: 404 })
    if (forbidden.includes(reason)) throw data(null, { status: 403 })
    if (conflicts.includes(reason)) {
      return data<ObservationAnswer>({ ...answer, conflict: { message, written: writtenIn(form) } }, { status: 409 })
    }
    // What is left is the proof of who one is.
    const reply = submission.reply({ fieldErrors: { password: [message] }, hideFields: ['password'] })
    return data<ObservationAnswer>({ ...answer, reply }, { status: reason === 'too-many' ? 429 : 422 })
  }

  switch (intent) {
    case 'acknowledge': {
      const by = authorise('learning.follow', request, context)
      const submission = parseWithZod(form, { schema: responseForms[intent] })
      if (submission.status !== 'success') return data({ ...answer, reply: submission.reply() }, { status: 422 })
      const done = submission.value.verdict === 'disagreed' ? 'disaccordo' : 'vista'
      return settle(await acknowledgeObservation(by, id, submission.value), submission, done)
    }
    case 'review': {
      const by = authorise('observation.review', request, context)
      const submission = parseWithZod(form, { schema: responseForms[intent] })
      if (submission.status !== 'success') {
        return data({ ...answer, reply: submission.reply({ hideFields: ['password'] }) }, { status: 422 })
      }
      const { password, ...review } = submission.value
      const { clientAddress } = context.get(requestContext)
      const proven = await reauthenticate(by.actorId ?? '', { password }, clientAddress, by.now)
      if (!proven.ok) return settle(proven, submission, '')
      return settle(await reviewObservation(by, id, review), submission, 'riesame')
    }
    default:
      return data(answer, { status: 422 })
  }
}

type AnySubmission = {
  reply: (options: { fieldErrors: Record<string, string[]>; hideFields: string[] }) => SubmissionResult<string[]>
}

function writtenIn(form: FormData): string | null {
  const text = form.get('comment')
  return typeof text === 'string' && text.trim() ? text.trim() : null
}
