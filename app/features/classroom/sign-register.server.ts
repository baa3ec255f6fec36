import type { Authorised } from '~/features/auth/authorise.server'
import { refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { type Transaction, transact } from '~/platform/database/client.server'
import { appendRegister } from './append-register.server'
import { type DraftRefusal, draftRefusals, readOwnDraft } from './drafts.server'
import { refusePeople } from './refuse-people.server'
import { type RegisterContent, type RegisterErrors, readRegister } from './rules/read-register'
import { settleAttendance } from './settle-attendance.server'
import { readStanding, type StandingRegister } from './standing-registers.server'

type SignRefusal = {
  ok: false
  /** `corrected`: what it was to take the place of has changed meanwhile; `people`: who is in it, or the time. */
  reason: DraftRefusal | 'corrected' | 'invalid' | 'people' | 'people-changed'
  message: string
  /** What to do, by field and by row. */
  errors: RegisterErrors
}
export type SignResult = { ok: true; value: { id: string; digest: string } } | SignRefusal

/**
 * Signs a draft: the register enters the chain under the id of the draft, everybody's minutes become evidence, and the
 * draft is gone; all of it together. A draft that takes the place of a register writes a counter-record: the old one
 * stays as it was signed. Who signs has proven who they are just before (auth/reauthentication).
 *
 * @returns id and digest, for the receipt; or what to do
 */
export async function signRegister(
  by: Authorised<'register.write'>,
  { draftId, revision }: { draftId: string; revision: number },
): Promise<SignResult> {
  return transact(async (tx) => {
    const found = await readOwnDraft(tx, by, draftId)
    if (!found.ok) return { ...found, errors: {} }
    const draft = found.value
    if (draft.revision !== revision) return { ...refusal('changed', draftRefusals.changed), errors: {} }
    const read = readRegister(draft.body, { today: by.today, corrects: draft.corrects !== null })
    if (!read.content) return { ...refusal('invalid', 'Il registro non è ancora completo'), errors: read.errors }
    const old = draft.corrects === null ? null : await readStanding(tx, draft.corrects)
    if (draft.corrects !== null && old?.trainerId !== by.actorId) {
      return { ...refusal('corrected', 'Intanto il registro che correggi è cambiato'), errors: {} }
    }
    const refused = await refusePeople(tx, by, read.content, old)
    if (refused) {
      const reason = refused.conflict ? 'people-changed' : 'people'
      return { ...refusal(reason, 'Il registro non si può firmare così'), errors: refused.errors }
    }
    const digest = await sign(tx, by, draftId, read.content, old)
    await tx.registerDraft.delete({ where: { id: draftId }, select: { id: true } })
    return success({ id: draftId, digest })
  })
}

async function sign(
  tx: Transaction,
  by: Authorised<'register.write'>,
  id: string,
  { moduleSlug, mode, heldOn, startsAt, endsAt, ...payload }: RegisterContent,
  old: StandingRegister | null,
): Promise<string> {
  const { actorId, requestId, now } = by
  const session = { id, moduleSlug, mode, heldOn }
  const head = { ...session, trainerId: actorId ?? '', startsAt, endsAt, signedAt: now }
  const digest = await appendRegister(tx, { ...head, corrects: old?.id ?? null, isVoid: false }, payload)
  const evidence = await settleAttendance(tx, by, session, { rows: payload.rows, old, reason: payload.reason })
  await tx.attendance.createMany({
    data: payload.rows.map(({ enrolmentId, minutes }) => {
      return { registerId: id, enrolmentId, minutes, evidenceId: evidence.get(enrolmentId) ?? null }
    }),
  })
  const action = old ? 'register.correct' : 'register.sign'
  const logged = { digest, people: payload.rows.length, ...(old && { corrects: old.id }) }
  await writeAudit(tx, { actorId, requestId, action, objectType: 'register', objectId: id, payload: logged }, now)
  return digest
}
