import { parseWithZod } from '@conform-to/zod/v4'
import { draftForm, refusedWords } from '../draft-body.schema'
import type { RegisterErrors } from '../rules/read-register'
import type { RegisterDraftBody } from '../rules/register'

type Sent = { revision: number; body: RegisterDraftBody; errors: RegisterErrors }

/** The draft that a form carries, and what may not be kept of it; undefined when it did not arrive whole. */
export function readDraftForm(form: FormData): Sent | undefined {
  const submission = parseWithZod(form, { schema: draftForm })
  if (submission.status !== 'success') return undefined
  return { ...submission.value, errors: refusedWords(submission.value.body) }
}
