import { parseWithZod } from '@conform-to/zod/v4'
import type { RouterContextProvider } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { readForm } from '~/platform/http/read-form.server'
import { answerForm } from '../answer.schema'
import { savedText } from '../assessment-words'
import { existsAttempt } from '../attempt.queries.server'
import { addressAfter } from '../attempt-addresses'
import { type SaveRefusal, saveAnswer } from '../save-answer.server'

type Asked = { request: Request; context: Readonly<RouterContextProvider>; attemptId: string }

/** What a refused save answers with. */
export const statusOfRefusal: Record<SaveRefusal, number> = {
  absent: 404,
  'unknown-question': 422,
  'unknown-option': 422,
  'time-over': 409,
  closed: 409,
}

/**
 * Saves the answer that a form carries, from the page or from its script.
 * @returns when it was saved, in words, and the page that comes after; a reason of saveAnswer
 */
export async function saveFromForm({
  request,
  context,
  attemptId,
}: Asked): Promise<Result<{ at: string; next: string }, SaveRefusal>> {
  const by = authorise('learning.follow', request, context)
  const submission = parseWithZod(await readForm(request), { schema: answerForm })
  if (submission.status !== 'success') {
    return (await existsAttempt(by, attemptId))
      ? refusal('unknown-question', 'La risposta non è arrivata intera: torna al test e scegli di nuovo')
      : refusal('absent', 'Il tentativo non c’è')
  }
  const { position, choice, flagged, vai: direction } = submission.value
  const saved = await saveAnswer(by, { attemptId, position, choice, flagged })
  if (!saved.ok) return saved
  const { at, total } = saved.value
  return success({ at: savedText(at, by.now), next: addressAfter(attemptId, { position, total, direction }) })
}
