import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { reauthenticate } from '~/features/auth/reauthentication.server'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { startCorrection, voidRegister } from '../correct-register.server'
import { voidForm } from '../draft-body.schema'
import { findRegister } from '../register.queries.server'

/** What a form of a signed register gets back when it does not lead elsewhere. */
export type RegisterAnswer = { reply: SubmissionResult<string[]> | null; refused: string | null }

type Asked = { request: Request; context: Readonly<RouterContextProvider>; registerId: string }

/**
 * Answers the forms of a signed register: a correction begun, or the whole made void.
 * @throws a redirect when something was done, 404 when it is absent or somebody else signed it
 */
export async function answerRegisterForm({ request, context, registerId }: Asked) {
  const by = authorise('register.write', request, context)
  const form = await readForm(request)
  const refuse = (refused: string, status: number) => data<RegisterAnswer>({ reply: null, refused }, { status })
  const intent = form.get('intent')
  if (intent === 'correct') {
    const begun = await startCorrection(by, registerId)
    if (begun.ok) throw redirect(`/aula/bozze/${begun.value}`, 303)
    if (begun.reason === 'absent') throw data(null, { status: 404 })
    return refuse(begun.message, 409)
  }
  if (!(await findRegister(authorise('register.read', request, context), registerId))?.own) {
    throw data(null, { status: 404 })
  }
  if (intent !== 'void') return refuse('Non abbiamo capito la richiesta: usa i pulsanti di questa pagina', 422)
  const submission = parseWithZod(form, { schema: voidForm })
  const answer = (reply: SubmissionResult<string[]>, status: number) =>
    data<RegisterAnswer>({ reply, refused: null }, { status })
  if (submission.status !== 'success') return answer(submission.reply({ hideFields: ['password'] }), 422)
  const { password, reason } = submission.value
  const proven = await reauthenticate(by.actorId ?? '', { password }, context.get(requestContext).clientAddress, by.now)
  if (!proven.ok) {
    const reply = submission.reply({ hideFields: ['password'], fieldErrors: { password: [proven.message] } })
    return answer(reply, proven.reason === 'too-many' ? 429 : 422)
  }
  const made = await voidRegister(by, { registerId, reason })
  if (made.ok) throw redirect(`/aula/${registerId}?fatto=annullato`, 303)
  if (made.reason === 'absent') throw data(null, { status: 404 })
  return refuse(made.message, 409)
}
