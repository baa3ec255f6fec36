import type { Scope } from '~/features/auth/rules/grants'
import { createDraft, saveDraft } from '~/features/classroom/drafts.server'
import type { DraftRow, RegisterDraftBody } from '~/features/classroom/rules/register'
import { type SignResult, signRegister } from '~/features/classroom/sign-register.server'
import { dayOf, formatDay } from '~/lib/dates'
import type { Result } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { authority } from './people'

type Trainer = { trainerId: string; scopes?: Scope[]; now?: Date }
type Written = Partial<Omit<RegisterDraftBody, 'rows'>> & { rows: (string | DraftRow)[] }

/** The authority of a trainer over registers; unless said, of the whole region. */
export function registerAuthority({ trainerId, scopes, now = new Date() }: Trainer) {
  return authority('register.write', { actorId: trainerId, scopes }, now)
}

/** Somebody in a draft: unless said, there the whole time. */
export function draftRow(enrolmentId: string, change: Partial<DraftRow> = {}): DraftRow {
  return { enrolmentId, present: true, minutes: '', reason: '', ...change }
}

/** What a trainer wrote: unless said, two hours of class in "primo", today from nine to eleven. */
export function written({ rows, ...change }: Written, now = new Date()): RegisterDraftBody {
  return {
    moduleSlug: 'primo',
    mode: 'classroom',
    heldOn: formatDay(dayOf(now)),
    startsAt: '9.00',
    endsAt: '11.00',
    title: '',
    place: '',
    reason: '',
    ...change,
    rows: rows.map((row) => (typeof row === 'string' ? draftRow(row) : row)),
  }
}

/** A draft with this in it, saved by the product's own commands. */
export async function writeDraft(trainer: Trainer, body: Written): Promise<{ draftId: string; revision: number }> {
  const by = registerAuthority(trainer)
  const draftId = must(await createDraft(by))
  return { draftId, revision: must(await saveDraft(by, { draftId, revision: 1, body: written(body, trainer.now) })) }
}

/** Changes a draft that is there, such as a correction. */
export async function rewriteDraft(
  trainer: Trainer,
  draftId: string,
  change: (body: RegisterDraftBody) => RegisterDraftBody,
): Promise<{ draftId: string; revision: number }> {
  const row = await transact((tx) => tx.registerDraft.findUniqueOrThrow({ where: { id: draftId } }))
  const body = change(JSON.parse(row.body) as RegisterDraftBody)
  const saved = await saveDraft(registerAuthority(trainer), { draftId, revision: row.revision, body })
  return { draftId, revision: must(saved) }
}

/** Writes and signs a register; what signing says. */
export async function tryToSign(trainer: Trainer, body: Written): Promise<SignResult> {
  return signRegister(registerAuthority(trainer), await writeDraft(trainer, body))
}

/** As tryToSign, where nothing is refused; its id. */
export async function signed(trainer: Trainer, body: Written): Promise<string> {
  const result = await tryToSign(trainer, body)
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.errors)}`)
  return result.value.id
}

function must<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value
  throw new Error(result.message)
}
