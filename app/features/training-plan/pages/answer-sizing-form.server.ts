import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { readForm } from '~/platform/http/read-form.server'
import { sizingForm } from '../draft-forms.schema'
import { findVersion } from '../plan-versions.queries.server'
import { compareLines } from '../rules/compare-lines'
import { sizingLines } from '../rules/sizing-lines'
import { findSizingEntries } from '../sizing-entries.queries.server'
import { updateSizing } from '../update-sizing.server'
import { type DraftAnswer, type DraftConflict, sentRevision } from './draft-answer'

type Asked = { request: Request; context: Readonly<RouterContextProvider>; versionId: string }

/**
 * Answers the form with the people that each entry sends.
 * @throws a redirect when they are saved, 404 when the version is not there
 */
export async function answerSizingForm({ request, context, versionId }: Asked) {
  const by = authorise('plan.write', request, context)
  if (!(await findVersion(by, versionId))) throw data(null, { status: 404 })
  const submission = parseWithZod(await readForm(request), { schema: sizingForm })
  const sent = sentRevision(submission)
  if (submission.status !== 'success') return answer(submission.reply(), sent, null, 422)

  const { revision, entries: typed } = submission.value
  const result = await updateSizing(by, { versionId, revision }, typed)
  if (result.ok) throw redirect(`/gestione/piani/${versionId}?fatto=dimensionamento`, 303)
  if (result.reason === 'absent') throw data(null, { status: 404 })
  const reply = submission.reply({ formErrors: [result.message] })
  if (result.reason === 'submitted') return answer(reply, sent, null, 409)
  const [current, entries] = await Promise.all([findVersion(by, versionId), findSizingEntries()])
  if (!current) throw data(null, { status: 404 })
  const now = sizingLines(current.composition.sizing.entries, entries)
  const differences = compareLines(now, sizingLines(typed, entries))
  return answer(reply, current.revision, { differences }, 409)
}

function answer(
  reply: SubmissionResult<string[]>,
  revision: number | undefined,
  conflict: DraftConflict | null,
  status: number,
) {
  return data<DraftAnswer<'sizing'>>({ intent: 'sizing', reply, revision, conflict }, { status })
}
