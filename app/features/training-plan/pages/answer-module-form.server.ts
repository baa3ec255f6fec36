import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { content } from '~/features/curriculum/content.server'
import type { ModuleSettings } from '~/features/curriculum/rules/module-content'
import { readForm } from '~/platform/http/read-form.server'
import { moduleSettingsForm, settingsOfForm } from '../module-settings.schema'
import { titlesOf } from '../module-view.server'
import { type ComposedVersion, findVersion } from '../plan-versions.queries.server'
import { compareLines } from '../rules/compare-lines'
import { settingsLines } from '../rules/settings-lines'
import { updateModuleSettings } from '../update-module-settings.server'
import { type DraftAnswer, type DraftConflict, sentRevision } from './draft-answer'

type Asked = { request: Request; context: Readonly<RouterContextProvider>; versionId: string; slug: string }

/**
 * Answers the form with a module's settings.
 * @throws a redirect when they are saved, 404 when the version or the module is not there
 */
export async function answerModuleForm({ request, context, versionId, slug }: Asked) {
  const by = authorise('plan.write', request, context)
  const version = await findVersion(by, versionId)
  if (!version || !hasModule(version, slug)) throw data(null, { status: 404 })
  const submission = parseWithZod(await readForm(request), { schema: moduleSettingsForm })
  const sent = sentRevision(submission)
  if (submission.status !== 'success') return answer(submission.reply(), sent, null, 422)

  const settings = settingsOfForm(submission.value)
  const result = await updateModuleSettings(by, { versionId, revision: submission.value.revision }, slug, settings)
  if (result.ok) throw redirect(`/gestione/piani/${versionId}?fatto=modulo#modulo-${slug}`, 303)
  if (result.reason === 'absent' || result.reason === 'unknown-module') throw data(null, { status: 404 })
  const reply = submission.reply({ formErrors: [result.message] })
  if (result.reason === 'submitted') return answer(reply, sent, null, 409)
  const current = await findVersion(by, versionId)
  if (!current || !hasModule(current, slug)) throw data(null, { status: 404 })
  return answer(reply, current.revision, conflictWith(current, slug, settings), 409)
}

function hasModule({ composition }: ComposedVersion, slug: string) {
  return composition.modules.some((module) => module.slug === slug)
}

/** What stands in the draft now, beside what was typed. */
function conflictWith({ composition }: ComposedVersion, slug: string, typed: ModuleSettings): DraftConflict {
  const titleOf = titlesOf(content().modules)
  const now = composition.modules.find((module) => module.slug === slug)
  return { differences: compareLines(now ? settingsLines(now, titleOf) : [], settingsLines(typed, titleOf)) }
}

function answer(
  reply: SubmissionResult<string[]>,
  revision: number | undefined,
  conflict: DraftConflict | null,
  status: number,
) {
  return data<DraftAnswer<'settings'>>({ intent: 'settings', reply, revision, conflict }, { status })
}
