import type { Submission } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { reauthenticate } from '~/features/auth/reauthentication.server'
import type { Result } from '~/lib/result'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { castVote } from '../cast-vote.server'
import { closeVote } from '../close-vote.server'
import { commentOnPlan } from '../comment-on-plan.server'
import { followUpCondition } from '../follow-up-condition.server'
import { resolveComment } from '../resolve-comment.server'
import { existsReviewedVersion } from '../review.queries.server'
import type { ReviewAnswer } from '../review-answer'
import { reviewForms, reviewIntent } from '../review-forms.schema'

type Asked = { request: Request; context: Readonly<RouterContextProvider>; versionId: string }

/** Beside which field a reason stands; the others stand above the form. */
const fieldOfReason: Record<string, string> = {
  'wrong-proof': 'password',
  'too-many': 'password',
  'unknown-part': 'part',
  'reasons-missing': 'reasons',
  'conditions-missing': 'conditions',
  'conditions-unexpected': 'conditions',
}
/** Refused because of what has happened, not of what was written. */
const conflicts = ['closed', 'author', 'too-early', 'already']
const forbidden = ['no-seat', 'not-yours']

/**
 * Answers the forms of a version under review, by their intent.
 * @throws a redirect when something was done, 404 when version, comment or condition is absent, 403 for who may not
 */
export async function answerReviewForm({ request, context, versionId }: Asked) {
  const by = authorise('plan.review', request, context)
  if (!(await existsReviewedVersion(by, versionId))) throw data(null, { status: 404 })
  const form = await readForm(request)
  const intent = reviewIntent.safeParse(form.get('intent')).data
  const target = String(form.get('commentId') ?? form.get('conditionId') ?? '')
  const answer: ReviewAnswer = { intent: intent ?? null, target, reply: null, conflict: null }
  if (!intent) return data(answer, { status: 422 })

  const prove = (password: string) =>
    reauthenticate(by.actorId ?? '', { password }, context.get(requestContext).clientAddress, by.now)

  /** Goes on after a success; else says what to do, beside its field. */
  function settle<T>(result: Result<T, string>, submission: AnySubmission, done: string) {
    if (result.ok) throw redirect(`/cabina/piani/${versionId}?fatto=${done}`, 303)
    const { reason, message } = result
    if (reason === 'absent') throw data(null, { status: 404 })
    if (forbidden.includes(reason)) throw data(null, { status: 403 })
    if (conflicts.includes(reason)) {
      return data<ReviewAnswer>({ ...answer, conflict: { message, written: writtenIn(form) } }, { status: 409 })
    }
    const field = fieldOfReason[reason]
    const errors = field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }
    const reply = submission.reply({ hideFields: ['password'], ...errors })
    return data<ReviewAnswer>({ ...answer, reply }, { status: reason === 'too-many' ? 429 : 422 })
  }
  function invalid(submission: AnySubmission) {
    return data<ReviewAnswer>({ ...answer, reply: submission.reply({ hideFields: ['password'] }) }, { status: 422 })
  }

  switch (intent) {
    case 'vote': {
      const voter = authorise('plan.vote', request, context)
      const submission = parseWithZod(form, { schema: reviewForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const { password, ...ballot } = submission.value
      const proven = await prove(password)
      if (!proven.ok) return settle(proven, submission, '')
      const cast = await castVote(voter, versionId, ballot)
      return settle(cast, submission, cast.ok && cast.value ? 'deciso' : 'voto')
    }
    case 'close': {
      const voter = authorise('plan.vote', request, context)
      const submission = parseWithZod(form, { schema: reviewForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const proven = await prove(submission.value.password)
      if (!proven.ok) return settle(proven, submission, '')
      return settle(await closeVote(voter, versionId), submission, 'chiusa')
    }
    case 'comment': {
      const submission = parseWithZod(form, { schema: reviewForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      return settle(await commentOnPlan(by, versionId, submission.value), submission, 'commento')
    }
    case 'answer': {
      const submission = parseWithZod(form, { schema: reviewForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const { commentId, body } = submission.value
      return settle(await commentOnPlan(by, versionId, { answers: commentId, body }), submission, 'risposta')
    }
    case 'resolve': {
      const submission = parseWithZod(form, { schema: reviewForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      return settle(await resolveComment(by, { versionId, ...submission.value }), submission, 'risolto')
    }
    case 'follow-up': {
      const submission = parseWithZod(form, { schema: reviewForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      return settle(await followUpCondition(by, { versionId, ...submission.value }), submission, 'condizione')
    }
    default:
      return intent satisfies never
  }
}

type AnySubmission = Pick<Submission<unknown>, 'payload' | 'reply'>

/** What somebody wrote in their own words, so that it is not lost with a form that is there no longer. */
function writtenIn(form: FormData): string[] {
  return ['body', 'conditions', 'reasons', 'note'].flatMap((name) => {
    const text = form.get(name)
    return typeof text === 'string' && text.trim() ? [text.trim()] : []
  })
}
