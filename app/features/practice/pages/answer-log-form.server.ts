import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { readForm } from '~/platform/http/read-form.server'
import { logPractice } from '../log-practice.server'
import { logForms, logIntent } from '../practice-forms.schema'
import { withdrawPractice } from '../withdraw-practice.server'

/** What the page of one's own log gets back when it does not lead elsewhere. */
export type LogAnswer = { reply: SubmissionResult<string[]> | null; refused: string | null }

const fieldOfReason: Record<string, string> = {
  'not-taken': 'moduleSlug',
  tasks: 'tasks',
  future: 'heldOn',
  'before-enrolment': 'heldOn',
  minutes: 'hours',
  'day-full': 'hours',
}

/**
 * Answers the forms of one's own log, by their intent.
 * @throws a redirect when something was done, 404 when there is no such entry
 */
export async function answerLogForm(request: Request, context: Readonly<RouterContextProvider>) {
  const by = authorise('learning.follow', request, context)
  const form = await readForm(request)
  const intent = logIntent.safeParse(form.get('intent')).data
  const refuse = (refused: string, status: number) => data<LogAnswer>({ reply: null, refused }, { status })
  switch (intent) {
    case 'log': {
      const submission = parseWithZod(form, { schema: logForms.log })
      const answer = (reply: SubmissionResult<string[]>, status = 422) =>
        data<LogAnswer>({ reply, refused: null }, { status })
      if (submission.status !== 'success') return answer(submission.reply())
      const { hours: minutes, ...practice } = submission.value
      const logged = await logPractice(by, { ...practice, minutes })
      if (logged.ok) throw redirect('/pratica?fatto=annotate', 303)
      const field = fieldOfReason[logged.reason]
      if (!field) return answer(submission.reply({ formErrors: [logged.message] }), 409)
      return answer(submission.reply({ fieldErrors: { [field]: [logged.message] } }))
    }
    case 'withdraw': {
      const submission = parseWithZod(form, { schema: logForms.withdraw })
      if (submission.status !== 'success') return refuse('Scegli la voce da ritirare', 422)
      const withdrawn = await withdrawPractice(by, submission.value.entryId)
      if (withdrawn.ok) throw redirect('/pratica?fatto=ritirate', 303)
      if (withdrawn.reason === 'absent') throw data(null, { status: 404 })
      return refuse(withdrawn.message, 409)
    }
    case undefined:
      return refuse('Non abbiamo capito la richiesta: usa i pulsanti di questa pagina', 422)
    default:
      return intent satisfies never
  }
}
