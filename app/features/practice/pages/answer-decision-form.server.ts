import type { Submission, SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import type { Result } from '~/lib/result'
import { readForm } from '~/platform/http/read-form.server'
import { returnPractice, revokePractice, type Validated, validatePractice } from '../decide-practice.server'
import { decisionForms, decisionIntent } from '../practice-forms.schema'

/** What a form of who validates gets back when it does not lead elsewhere. */
export type DecisionAnswer = {
  intent: 'validate' | 'return' | 'revoke' | null
  /** The entry that the form was about. */
  target: string
  reply: SubmissionResult<string[]> | null
  /** Nothing changed, and why. */
  refused: string | null
  outcome: Validated | null
}

/**
 * Answers the forms of who validates, by their intent.
 * @param query the filters of the list that one comes back to
 * @throws a redirect when all was done, 404 when nothing of it is in reach, 403 for what is one's own
 */
export async function answerDecisionForm(request: Request, context: Readonly<RouterContextProvider>, query: string) {
  const by = authorise('practice.validate', request, context)
  const form = await readForm(request)
  const intent = decisionIntent.safeParse(form.get('intent')).data ?? null
  const empty: DecisionAnswer = {
    intent,
    target: String(form.get('entryId') ?? ''),
    reply: null,
    refused: null,
    outcome: null,
  }
  const answer = (said: Partial<DecisionAnswer>, status: number) => data({ ...empty, ...said }, { status })
  const backTo = (done: string, count?: number) => {
    const target = new URLSearchParams(query)
    target.set('fatto', done)
    if (count !== undefined) target.set('voci', String(count))
    return redirect(`/pratica/convalida?${target}`, 303)
  }
  function settle(result: Result<unknown, 'absent' | 'own' | 'changed'>, done: string) {
    if (result.ok) throw backTo(done)
    throwUnlessChanged(result.reason)
    return answer({ refused: result.message }, 409)
  }
  const invalid = (submission: Pick<Submission<unknown>, 'reply'>) => answer({ reply: submission.reply() }, 422)

  switch (intent) {
    case 'validate': {
      const submission = parseWithZod(form, { schema: decisionForms.validate })
      if (submission.status !== 'success') {
        return answer({ refused: submission.error?.entries?.[0] ?? 'Scegli almeno una voce' }, 422)
      }
      const result = await validatePractice(by, submission.value.entries)
      if (!result.ok) throw throwUnlessChanged(result.reason)
      const { validated, leftOut, gone } = result.value
      if (leftOut.length + gone === 0) throw backTo('convalidate', validated)
      return answer({ outcome: result.value }, validated === 0 ? 409 : 200)
    }
    case 'return': {
      const submission = parseWithZod(form, { schema: decisionForms.return })
      if (submission.status !== 'success') return invalid(submission)
      return settle(await returnPractice(by, submission.value), 'rimandata')
    }
    case 'revoke': {
      const submission = parseWithZod(form, { schema: decisionForms.revoke })
      if (submission.status !== 'success') return invalid(submission)
      return settle(await revokePractice(by, submission.value), 'revocata')
    }
    case null:
      return answer({ refused: 'Non abbiamo capito la richiesta: usa i pulsanti di questa pagina' }, 422)
    default:
      return intent satisfies never
  }
}

function throwUnlessChanged(reason: 'absent' | 'own' | 'changed') {
  if (reason === 'absent') throw data(null, { status: 404 })
  if (reason === 'own') throw data(null, { status: 403 })
}
