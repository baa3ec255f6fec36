import type { Submission, SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { type Authorised, authorise } from '~/features/auth/authorise.server'
import { reauthenticate } from '~/features/auth/reauthentication.server'
import { formatNumber } from '~/lib/numbers'
import type { Result } from '~/lib/result'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { discardDraft } from '../discard-draft.server'
import { type VersionIntent, versionForms, versionIntent } from '../draft-forms.schema'
import { findVersion } from '../plan-versions.queries.server'
import { compareLines, type Line } from '../rules/compare-lines'
import { submitVersion } from '../submit-version.server'
import { type CompositionChange, updateComposition } from '../update-composition.server'
import { type DraftAnswer, type DraftConflict, sentRevision } from './draft-answer'

type Asked = { request: Request; context: Readonly<RouterContextProvider>; versionId: string }
type AnySubmission = { payload: Record<string, unknown>; reply: Submission<unknown>['reply'] }

const statusOfReason: Record<string, number> = { conflict: 409, submitted: 409, 'too-many': 429 }
const fieldOfReason: Record<string, string> = {
  'wrong-proof': 'password',
  'too-many': 'password',
  'unknown-module': 'module',
}

/**
 * Answers the forms of a version's page, by their intent.
 * @throws a redirect when something was done, 404 when the version is not there
 */
export async function answerVersionForm({ request, context, versionId }: Asked) {
  const by = authorise('plan.write', request, context)
  if (!(await findVersion(by, versionId))) throw data(null, { status: 404 })
  const form = await readForm(request)
  const intent = versionIntent.safeParse(form.get('intent')).data
  if (!intent) return answer(null, null, undefined, null, 422)
  const page = `/gestione/piani/${versionId}`

  const invalid = (submission: AnySubmission) =>
    answer(intent, submission.reply({ hideFields: ['password'] }), sentRevision(submission), null, 422)

  /** Goes on after a success; else says what to do, and after a conflict what stands there now. */
  async function settle(result: Result<unknown, string>, submission: AnySubmission, done: string, typed: Typed = {}) {
    if (result.ok) throw redirect(`${page}?fatto=${done}`, 303)
    if (result.reason === 'absent') throw data(null, { status: 404 })
    const { reason, message } = result
    const field = fieldOfReason[reason]
    const errors = field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }
    const reply = submission.reply({ hideFields: ['password'], ...errors })
    const status = statusOfReason[reason] ?? 422
    if (reason !== 'conflict') return answer(intent ?? null, reply, sentRevision(submission), null, status)
    const { revision, conflict } = await readConflict(by, versionId, typed)
    return answer(intent ?? null, reply, revision, conflict, status)
  }

  switch (intent) {
    case 'add-module':
    case 'remove-module':
    case 'move-up':
    case 'move-down': {
      const submission = parseWithZod(form, { schema: versionForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const { revision, module } = submission.value
      const result = await updateComposition(by, { versionId, revision }, changes[intent](module))
      return settle(result, submission, `${doneWords[intent]}#modulo-${module}`, { asked: askedWords[intent] })
    }
    case 'update-details': {
      const submission = parseWithZod(form, { schema: versionForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const { revision, ...details } = submission.value
      const result = await updateComposition(by, { versionId, revision }, { kind: 'details', ...details })
      return settle(result, submission, 'dati', { lines: detailLines(details) })
    }
    case 'discard': {
      const submission = parseWithZod(form, { schema: versionForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const result = await discardDraft(by, { versionId, revision: submission.value.revision })
      if (result.ok) throw redirect('/gestione?fatto=eliminata', 303)
      return settle(result, submission, '', { asked: 'eliminare la bozza' })
    }
    case 'submit': {
      const submission = parseWithZod(form, { schema: versionForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const { revision, password } = submission.value
      const { clientAddress } = context.get(requestContext)
      const proven = await reauthenticate(by.actorId ?? '', { password }, clientAddress, by.now)
      if (!proven.ok) return settle(proven, submission, '')
      return settle(await submitVersion(by, versionId, revision), submission, 'presentata', {
        asked: 'presentare la bozza',
      })
    }
    default:
      return intent satisfies never
  }
}

type ModuleIntent = 'add-module' | 'remove-module' | 'move-up' | 'move-down'
const changes: Record<ModuleIntent, (module: string) => CompositionChange> = {
  'add-module': (module) => ({ kind: 'add', module }),
  'remove-module': (module) => ({ kind: 'remove', module }),
  'move-up': (module) => ({ kind: 'move', module, direction: 'up' }),
  'move-down': (module) => ({ kind: 'move', module, direction: 'down' }),
}
const doneWords: Record<ModuleIntent, string> = {
  'add-module': 'aggiunto',
  'remove-module': 'tolto',
  'move-up': 'spostato',
  'move-down': 'spostato',
}
const askedWords: Record<ModuleIntent, string> = {
  'add-module': 'aggiungere un modulo',
  'remove-module': 'togliere un modulo',
  'move-up': 'spostare un modulo',
  'move-down': 'spostare un modulo',
}

/** What somebody had asked for when they met another: fields that they typed, or an act in words. */
type Typed = { lines?: Line[]; asked?: string }

/** What stands there now, in the same reading as its revision. */
async function readConflict(by: Authorised<'plan.write'>, versionId: string, { lines, asked }: Typed) {
  const version = await findVersion(by, versionId)
  if (!version) throw data(null, { status: 404 })
  const { title, sizing } = version.composition
  const now = detailLines({ title, classSize: sizing.classSize })
  const conflict: DraftConflict = { differences: lines ? compareLines(now, lines) : [], ...(asked && { asked }) }
  return { revision: version.revision, conflict }
}

function detailLines({ title, classSize }: { title: string; classSize: number }): Line[] {
  return [
    { key: 'title', label: 'Titolo del piano', value: title },
    { key: 'classSize', label: 'Persone per gruppo', value: formatNumber(classSize) },
  ]
}

function answer(
  intent: VersionIntent | null,
  reply: SubmissionResult<string[]> | null,
  revision: number | undefined,
  conflict: DraftConflict | null,
  status: number,
) {
  return data<DraftAnswer<VersionIntent>>({ intent, reply, revision, conflict }, { status })
}
