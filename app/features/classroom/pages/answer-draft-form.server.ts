import { data, type RouterContextProvider, redirect } from 'react-router'
import { type Authorised, authorise } from '~/features/auth/authorise.server'
import { reauthenticate } from '~/features/auth/reauthentication.server'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { findDraft, findEntryLearners, isAddable, searchLearners } from '../draft.queries.server'
import type { DraftAnswer } from '../draft-answer'
import { draftAct } from '../draft-body.schema'
import { type DraftRefusal, discardDraft, draftRefusals, saveDraft } from '../drafts.server'
import { draftRowOf, withoutRow, withRows } from '../rules/draft-rows'
import { type RegisterErrors, readRegister } from '../rules/read-register'
import { mostRows, type RegisterDraftBody } from '../rules/register'
import { signRegister } from '../sign-register.server'
import { readDraftForm } from './read-draft-form.server'

type By = Authorised<'register.write'>
type Asked = { request: Request; context: Readonly<RouterContextProvider>; draftId: string }
type Sent = { draftId: string; revision: number; body: RegisterDraftBody }

const nothing: DraftAnswer = { errors: {}, refused: null, typed: null, found: null }

/**
 * Answers the form of a draft. Every button carries what was written, so that it is saved first, whatever was asked.
 * @throws a redirect when something was done, 404 when there is no such draft of one's own, 409 when it is signed
 */
export async function answerDraftForm({ request, context, draftId }: Asked) {
  const by = authorise('register.write', request, context)
  const form = await readForm(request)
  const asked = draftAct.safeParse(form.get('act') ?? 'save').data
  if (asked?.act === 'discard') return discard(by, draftId)
  const sent = readDraftForm(form)
  if (!asked || !sent) {
    // Whether there is such a draft is told before what is wrong with the form.
    await throwUnlessOwn(by, draftId)
    return answer({ refused: 'La bozza non è arrivata intera: scrivi di nuovo quello che manca' }, 422)
  }
  if (Object.keys(sent.errors).length > 0) {
    await throwUnlessOwn(by, draftId)
    return answer({ errors: sent.errors, typed: sent.body }, 422)
  }
  const save = async (body: RegisterDraftBody) => {
    const saved = await saveDraft(by, { draftId, revision: sent.revision, body })
    if (saved.ok) return { ok: true as const, value: saved.value }
    if (saved.reason === 'changed') return { ok: false as const, refused: changedMeanwhile(sent.body) }
    throw lostDraft(saved.reason)
  }
  const field = (name: string) => String(form.get(name) ?? '').trim()

  switch (asked.act) {
    case 'save': {
      const saved = await save(sent.body)
      if (saved.ok) throw backTo(draftId, 'salvata')
      return saved.refused
    }
    case 'add-entry':
    case 'add': {
      const added =
        asked.act === 'add'
          ? await addable(by, asked.target, sent.body.heldOn)
          : await findEntryLearners(by, field('entryId'), sent.body.heldOn)
      const body = withRows(sent.body, added ?? [])
      const fits = body.rows.length <= mostRows
      const saved = await save(fits ? body : sent.body)
      if (!saved.ok) return saved.refused
      if (!added) return answer({ errors: { entryId: 'Scegli una delle tue sedi' } }, 422)
      if (!fits) return answer({ refused: `Un registro tiene al massimo ${mostRows} persone: dividilo in due` }, 422)
      throw backTo(draftId, 'aggiunte', body.rows.length - sent.body.rows.length)
    }
    case 'remove': {
      const saved = await save(withoutRow(sent.body, field('removed')))
      if (saved.ok) throw backTo(draftId, 'tolta')
      return saved.refused
    }
    case 'search': {
      const saved = await save(sent.body)
      if (!saved.ok) return saved.refused
      const typed = field('cerca').slice(0, 100)
      const { found, more } = await searchLearners(by, typed, sent.body.heldOn)
      return answer({ found: { typed, people: found, more } }, 200)
    }
    case 'sign': {
      const saved = await save(sent.body)
      if (!saved.ok) return saved.refused
      const { clientAddress } = context.get(requestContext)
      const { value: revision } = saved
      return sign(by, { ...sent, draftId, revision }, { password: String(form.get('password') ?? ''), clientAddress })
    }
    default:
      return asked.act satisfies never
  }
}

/** Proves who signs, and signs what has just been saved. */
async function sign(by: By, { draftId, revision, body }: Sent, proof: { password: string; clientAddress: string }) {
  if (!proof.password) {
    const read = readRegister(body, { today: by.today, corrects: false })
    const errors: RegisterErrors = read.content ? {} : read.errors
    return answer({ errors: { ...errors, password: 'Scrivi la tua password' } }, 422)
  }
  const proven = await reauthenticate(by.actorId ?? '', { password: proof.password }, proof.clientAddress, by.now)
  if (!proven.ok) return answer({ errors: { password: proven.message } }, proven.reason === 'too-many' ? 429 : 422)
  const signed = await signRegister(by, { draftId, revision })
  if (signed.ok) throw redirect(`/aula/${signed.value.id}?fatto=firmato`, 303)
  const { reason, message, errors } = signed
  switch (reason) {
    case 'absent':
    case 'signed':
      throw lostDraft(reason)
    case 'changed':
      return changedMeanwhile(body)
    case 'corrected':
      return answer({ refused: message }, 409)
    case 'people-changed':
      return answer({ errors }, 409)
    case 'invalid':
    case 'people':
      return answer({ errors }, 422)
    default:
      return reason satisfies never
  }
}

async function discard(by: By, draftId: string) {
  const discarded = await discardDraft(by, draftId)
  if (discarded.ok) throw redirect('/aula?fatto=eliminata', 303)
  throw lostDraft(discarded.reason)
}

async function addable(by: By, enrolmentId: string, heldOn: string) {
  if (!(await isAddable(by, enrolmentId, heldOn))) throw data(null, { status: 404 })
  return [draftRowOf(enrolmentId)]
}

async function throwUnlessOwn(by: By, draftId: string) {
  const draft = await findDraft(by, draftId)
  if (draft === null || draft === 'signed') throw lostDraft(draft ?? 'absent')
}

function lostDraft(reason: DraftRefusal) {
  if (reason === 'absent') return data(null, { status: 404 })
  const message = 'Non è cambiato nulla: lo trovi tra i registri firmati.'
  return data({ title: draftRefusals[reason], message }, { status: 409 })
}

function changedMeanwhile(typed: RegisterDraftBody) {
  const refused = `${draftRefusals.changed}. Qui c’è quello che hai scritto tu: se lo salvi, prende il posto dell’altro`
  return answer({ refused, typed }, 409)
}

function answer(said: Partial<DraftAnswer>, status: number) {
  return data<DraftAnswer>({ ...nothing, ...said }, { status })
}

function backTo(draftId: string, done: string, people?: number) {
  const query = new URLSearchParams({ fatto: done, ...(people !== undefined && { persone: String(people) }) })
  return redirect(`/aula/bozze/${draftId}?${query}`, 303)
}
