import type { Submission, SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { leaveEnrolment } from '~/features/enrolment/leave-enrolment.server'
import { returnToEnrolment } from '~/features/enrolment/return-to-enrolment.server'
import type { Result } from '~/lib/result'
import { readForm } from '~/platform/http/read-form.server'
import { correctEvidence } from '../correct-evidence.server'
import { type EnrolmentIntent, enrolmentForms, enrolmentIntent } from '../enrolment-forms.schema'
import { existsEnrolment } from '../managed-enrolment.queries.server'
import { recogniseEvidence } from '../recognise-evidence.server'

/** What a form of an enrolment's page gets back when it does not lead elsewhere. */
export type EnrolmentAnswer = {
  intent: EnrolmentIntent | null
  /** The recognition that the form was about. */
  target: string
  reply: SubmissionResult<string[]> | null
}

type Asked = { request: Request; context: Readonly<RouterContextProvider>; enrolmentId: string }
type AnySubmission = Pick<Submission<unknown>, 'payload' | 'reply'>

/** Beside which field of which form a reason stands; the others stand above the form. */
const fieldOfReason: Partial<Record<EnrolmentIntent, Record<string, string>>> = {
  recognise: {
    'not-taken': 'moduleSlug',
    'unknown-subject': 'subject',
    'already-recognised': 'subject',
    minutes: 'hours',
    future: 'occurredOn',
  },
  correct: { minutes: 'hours' },
}
const statusOfReason: Record<string, number> = {
  'already-left': 409,
  'already-active': 409,
  'other-active': 409,
  left: 409,
  'already-recognised': 409,
  'not-standing': 409,
  own: 403,
}

/**
 * Answers the forms of an enrolment's page, by their intent.
 * @throws a redirect when something was done, 404 when the enrolment is absent or out of reach
 */
export async function answerEnrolmentForm({ request, context, enrolmentId }: Asked) {
  const by = authorise('enrolment.write', request, context)
  if (!(await existsEnrolment(by, enrolmentId))) throw data(null, { status: 404 })
  const form = await readForm(request)
  const intent = enrolmentIntent.safeParse(form.get('intent')).data
  const target = String(form.get('evidenceId') ?? '')
  if (!intent) return data<EnrolmentAnswer>({ intent: null, target, reply: null }, { status: 422 })

  const answer = (reply: SubmissionResult<string[]>, status: number) =>
    data<EnrolmentAnswer>({ intent, target, reply }, { status })
  /** Goes on after a success; else says what to do, beside its field. */
  function settle<T>(result: Result<T, string>, submission: AnySubmission, done: string) {
    if (result.ok) throw redirect(`/gestione/iscrizioni/${enrolmentId}?fatto=${done}`, 303)
    const { reason, message } = result
    if (reason === 'absent') throw data(null, { status: 404 })
    const field = intent && fieldOfReason[intent]?.[reason]
    const errors = field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }
    return answer(submission.reply(errors), statusOfReason[reason] ?? 422)
  }

  switch (intent) {
    case 'leave': {
      const submission = parseWithZod(form, { schema: enrolmentForms[intent] })
      if (submission.status !== 'success') return answer(submission.reply(), 422)
      return settle(await leaveEnrolment(by, enrolmentId, submission.value.reason), submission, 'uscita')
    }
    case 'return': {
      const submission = parseWithZod(form, { schema: enrolmentForms[intent] })
      if (submission.status !== 'success') return answer(submission.reply(), 422)
      return settle(await returnToEnrolment(by, enrolmentId), submission, 'rientro')
    }
    case 'recognise': {
      const submission = parseWithZod(form, { schema: enrolmentForms[intent] })
      if (submission.status !== 'success') return answer(submission.reply(), 422)
      const { hours: minutes, ...recognition } = submission.value
      const recogniser = authorise('evidence.recognise', request, context)
      const recognised = await recogniseEvidence(recogniser, { enrolmentId, minutes, ...recognition })
      return settle(recognised, submission, 'riconosciuta')
    }
    case 'correct': {
      const submission = parseWithZod(form, { schema: enrolmentForms[intent] })
      if (submission.status !== 'success') return answer(submission.reply(), 422)
      const { hours: minutes, ...correction } = submission.value
      const corrector = authorise('evidence.recognise', request, context)
      return settle(await correctEvidence(corrector, { enrolmentId, minutes, ...correction }), submission, 'corretta')
    }
    default:
      return intent satisfies never
  }
}
