import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { type database, type Transaction, transact } from '~/platform/database/client.server'
import { emptyDraft, type RegisterDraftBody } from './rules/register'

type By = Authorised<'register.write'>

/** A draft in the transaction of a command. */
export type OwnDraft = { id: string; revision: number; body: RegisterDraftBody; corrects: string | null }

/** Why a draft cannot be worked on: it is not there (or not one's own), signed already, or changed elsewhere. */
export type DraftRefusal = 'absent' | 'signed' | 'changed'

export const draftRefusals: Record<DraftRefusal, string> = {
  absent: 'Questa bozza non c’è',
  signed: 'Questo registro è già firmato',
  changed: 'Intanto questa bozza è stata cambiata in un’altra scheda',
}

/**
 * A register to be filled in; nobody but its trainer sees it. One in which nothing was written yet is given again.
 * @returns its id
 */
export function createDraft(by: By): Promise<Result<string, 'absent'>> {
  const trainerId = by.actorId
  if (!trainerId) return Promise.resolve(refusal('absent', draftRefusals.absent))
  return transact(async (tx) => {
    const untouched = await tx.registerDraft.findFirst({
      where: { trainerId, revision: 1, corrects: null },
      select: { id: true },
    })
    return success(untouched?.id ?? (await insertDraft(tx, by, emptyDraft)))
  })
}

/** Writes a new draft of whoever acts. */
export async function insertDraft(
  tx: Transaction,
  by: By,
  body: RegisterDraftBody,
  corrects?: string,
): Promise<string> {
  const id = randomUUID()
  const dates = { createdAt: by.now, updatedAt: by.now }
  const draft = { id, trainerId: by.actorId ?? '', body: JSON.stringify(body), corrects: corrects ?? null, ...dates }
  await tx.registerDraft.create({ data: draft, select: { id: true } })
  return id
}

/**
 * Keeps what was written so far. The same text again is no change, so that a request sent twice does no harm.
 * @returns the new revision; or why not
 */
export function saveDraft(
  by: By,
  { draftId, revision, body }: { draftId: string; revision: number; body: RegisterDraftBody },
): Promise<Result<number, DraftRefusal>> {
  return transact(async (tx) => {
    const draft = await readOwnDraft(tx, by, draftId)
    if (!draft.ok) return draft
    const same = JSON.stringify(draft.value.body) === JSON.stringify(body)
    if (same) return success(draft.value.revision)
    if (draft.value.revision !== revision) return refusal('changed', draftRefusals.changed)
    await tx.registerDraft.update({
      where: { id: draftId },
      data: { body: JSON.stringify(body), revision: revision + 1, updatedAt: by.now },
      select: { id: true },
    })
    return success(revision + 1)
  })
}

/** Throws a draft away. */
export function discardDraft(by: By, draftId: string): Promise<Result<null, DraftRefusal>> {
  return transact(async (tx) => {
    const draft = await readOwnDraft(tx, by, draftId)
    if (!draft.ok) return draft
    await tx.registerDraft.delete({ where: { id: draftId }, select: { id: true } })
    return success(null)
  })
}

/** One's own draft; a signed register keeps the id of its draft. */
export async function readOwnDraft(
  tx: Pick<Transaction, 'registerDraft' | 'register'> | typeof database,
  by: By,
  draftId: string,
): Promise<Result<OwnDraft, 'absent' | 'signed'>> {
  const own = { id: draftId, trainerId: by.actorId ?? '' }
  const row = await tx.registerDraft.findFirst({
    where: own,
    select: { id: true, revision: true, body: true, corrects: true },
  })
  if (row) return success({ ...row, body: JSON.parse(row.body) as RegisterDraftBody })
  const signed = await tx.register.findFirst({ where: own, select: { id: true } })
  return signed ? refusal('signed', draftRefusals.signed) : refusal('absent', draftRefusals.absent)
}
