import type { Submission, SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { passwordLinkHours } from '~/features/auth/password-links.server'
import { reauthenticate } from '~/features/auth/reauthentication.server'
import type { Result } from '~/lib/result'
import { environment } from '~/platform/environment.server'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { deactivatePerson } from '../deactivate-person.server'
import { endPosting } from '../end-posting.server'
import { endRole } from '../end-role.server'
import { grantRole } from '../grant-role.server'
import { makePasswordLink } from '../make-password-link.server'
import { existsPerson } from '../person.queries.server'
import { type PersonIntent, personForms, personIntent } from '../person.schema'
import { reactivatePerson } from '../reactivate-person.server'
import { recordPosting } from '../record-posting.server'
import { updatePerson } from '../update-person.server'

/** What a form of a person's page gets back when it does not lead elsewhere. */
export type PersonAnswer = {
  intent: PersonIntent | null
  /** The role or posting that the form was about. */
  target: string
  reply: SubmissionResult<string[]> | null
  /** Somebody else has saved meanwhile. */
  conflict: boolean
  link: { address: string; hours: number } | null
}

type Asked = { request: Request; context: Readonly<RouterContextProvider>; url: URL; personId: string }

/** Beside which field a reason stands; the others stand above the form. */
const fieldOfReason: Record<string, string> = {
  'email-taken': 'email',
  'unknown-entry': 'homeEntryId',
  'home-beyond-reach': 'homeEntryId',
  'posting-against-home': 'homeEntryId',
  'learner-incomplete': 'profile',
  'already-held': 'role',
  'wrong-scope': 'scope',
  'scope-too-wide': 'scope',
  'unknown-scope': 'scope',
  'seat-missing': 'seat',
  'seat-unexpected': 'seat',
  'two-seats': 'seat',
  'seat-taken': 'seat',
  'ends-before-start': 'endsOn',
  'in-the-past': 'endsOn',
  'later-than-end': 'endsOn',
  'home-entry': 'entryId',
  'other-province': 'entryId',
  'entry-beyond-reach': 'entryId',
  overlap: 'startsOn',
  'wrong-proof': 'password',
  'too-many': 'password',
}
const statusOfReason: Record<string, number> = {
  conflict: 409,
  'email-taken': 409,
  'seat-taken': 409,
  'already-held': 409,
  overlap: 409,
  'own-role': 403,
  'beyond-reach': 403,
  'too-many': 429,
}

/**
 * Answers the forms of a person's page, by their intent.
 * @throws a redirect when something was done, 404 when the person is absent or out of reach
 */
export async function answerPersonForm({ request, context, url, personId }: Asked) {
  const by = authorise('people.write', request, context)
  if (!(await existsPerson(by, personId))) throw data(null, { status: 404 })
  const form = await readForm(request)
  const intent = personIntent.safeParse(form.get('intent')).data
  const answer = { intent: intent ?? null, target: '', reply: null, conflict: false, link: null } satisfies PersonAnswer
  if (!intent) return data<PersonAnswer>(answer, { status: 422 })

  const page = `/amministrazione/persone/${personId}`
  const prove = (password: string) =>
    reauthenticate(by.actorId ?? '', { password }, context.get(requestContext).clientAddress, by.now)
  const target = String(form.get('roleId') ?? form.get('postingId') ?? '')

  /** Goes on after a success; else says what to do, beside its field. */
  function settle<T>(result: Result<T, string>, submission: AnySubmission, done: string) {
    if (result.ok) throw redirect(`${page}?fatto=${done}`, 303)
    if (result.reason === 'absent') throw data(null, { status: 404 })
    return refuse(submission, result)
  }
  function refuse(submission: AnySubmission, { reason, message }: { reason: string; message: string }) {
    const field = fieldOfReason[reason]
    const where = field && field in submission.payload ? field : fieldsAlwaysSent(intent, field)
    const errors = where ? { fieldErrors: { [where]: [message] } } : { formErrors: [message] }
    const reply = submission.reply({ hideFields: ['password'], ...errors })
    const status = statusOfReason[reason] ?? 422
    return data<PersonAnswer>({ ...answer, target, reply, conflict: reason === 'conflict' }, { status })
  }
  function invalid(submission: AnySubmission) {
    return data<PersonAnswer>(
      { ...answer, target, reply: submission.reply({ hideFields: ['password'] }) },
      { status: 422 },
    )
  }

  switch (intent) {
    case 'update-person': {
      const submission = parseWithZod(form, { schema: personForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const { revision, ...wanted } = submission.value
      return settle(await updatePerson(by, personId, revision, wanted), submission, 'dati')
    }
    case 'grant-role': {
      const submission = parseWithZod(form, { schema: personForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const { password, scope, ...wanted } = submission.value
      if (!scope && wanted.role !== 'learner') {
        return refuse(submission, { reason: 'wrong-scope', message: 'Scegli dove vale il ruolo' })
      }
      const proven = await prove(password)
      if (!proven.ok) return refuse(submission, proven)
      const grant = { ...wanted, scope: scope ?? { kind: 'region' as const } }
      const granted = await grantRole(authorise('roles.grant', request, context), personId, grant)
      return settle(granted, submission, 'ruolo')
    }
    case 'end-role': {
      const submission = parseWithZod(form, { schema: personForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const ended = await endRole(authorise('roles.grant', request, context), { personId, ...submission.value })
      return settle(ended, submission, 'ruolo-chiuso')
    }
    case 'record-posting': {
      const submission = parseWithZod(form, { schema: personForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      return settle(await recordPosting(by, { personId, ...submission.value }), submission, 'periodo')
    }
    case 'end-posting': {
      const submission = parseWithZod(form, { schema: personForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      return settle(await endPosting(by, { personId, ...submission.value }), submission, 'periodo-chiuso')
    }
    case 'make-link': {
      const submission = parseWithZod(form, { schema: personForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const proven = await prove(submission.value.password)
      if (!proven.ok) return refuse(submission, proven)
      const made = await makePasswordLink(by, personId)
      if (!made.ok) return settle(made, submission, 'link')
      const address = new URL(`/imposta-password/${made.value}`, environment.PUBLIC_URL ?? url.origin).href
      return data<PersonAnswer>({ ...answer, link: { address, hours: passwordLinkHours } })
    }
    case 'deactivate': {
      const submission = parseWithZod(form, { schema: personForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      const proven = await prove(submission.value.password)
      if (!proven.ok) return refuse(submission, proven)
      return settle(await deactivatePerson(by, personId), submission, 'disattivata')
    }
    case 'reactivate': {
      const submission = parseWithZod(form, { schema: personForms[intent] })
      if (submission.status !== 'success') return invalid(submission)
      return settle(await reactivatePerson(by, personId), submission, 'riattivata')
    }
    default:
      return intent satisfies never
  }
}

type AnySubmission = Pick<Submission<unknown>, 'payload' | 'reply'>

/** A field that was sent empty does not appear in the payload: it is still the one to point at. */
function fieldsAlwaysSent(intent: PersonIntent | undefined, field: string | undefined) {
  return intent && field && field in personForms[intent].shape ? field : undefined
}
