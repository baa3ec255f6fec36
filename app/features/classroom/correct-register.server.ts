import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { formatDay } from '~/lib/dates'
import { formatClock } from '~/lib/minutes'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { type Transaction, transact } from '~/platform/database/client.server'
import { appendRegister } from './append-register.server'
import { insertDraft } from './drafts.server'
import type { RegisterBody, RegisterDraftBody } from './rules/register'
import { settleAttendance } from './settle-attendance.server'
import { readStanding, type StandingRegister } from './standing-registers.server'

type By = Authorised<'register.write'>

const corrected = refusal('corrected', 'Questo registro è già stato corretto o annullato')
const absent = refusal('absent', 'Questo registro non c’è')

/**
 * Begins a counter-record of a register that one signed: a draft with what it says. One that was begun already is
 * given again.
 * @returns the id of the draft; `absent` (not there, or signed by somebody else), `corrected`
 */
export function startCorrection(by: By, registerId: string): Promise<Result<string, 'absent' | 'corrected'>> {
  return transact(async (tx) => {
    const found = await readOwn(tx, by, registerId)
    if (!found.ok) return found
    const begun = await tx.registerDraft.findFirst({
      where: { trainerId: by.actorId ?? '', corrects: registerId },
      select: { id: true },
    })
    return success(begun?.id ?? (await insertDraft(tx, by, draftOf(found.value), registerId)))
  })
}

/**
 * Makes a register that one signed void as a whole, by a counter-record with the reason: its evidence counts no more.
 * Who does it has proven who they are just before (auth/reauthentication).
 * @returns the digest of the counter-record; `absent`, `corrected`
 */
export function voidRegister(
  by: By,
  { registerId, reason }: { registerId: string; reason: string },
): Promise<Result<string, 'absent' | 'corrected'>> {
  const { actorId, requestId, now } = by
  return transact(async (tx) => {
    const found = await readOwn(tx, by, registerId)
    if (!found.ok) return found
    const old = found.value
    const { trainerId, moduleSlug, mode, heldOn, startsAt, endsAt } = old
    const head = { id: randomUUID(), trainerId, moduleSlug, mode, heldOn, startsAt, endsAt, signedAt: now }
    const digest = await appendRegister(tx, { ...head, corrects: registerId, isVoid: true }, { reason })
    await settleAttendance(tx, by, head, { rows: [], old, reason })
    const act = { action: 'register.correct', objectType: 'register', objectId: head.id }
    await writeAudit(tx, { actorId, requestId, ...act, payload: { digest, corrects: registerId, void: true } }, now)
    return success(digest)
  })
}

async function readOwn(
  tx: Transaction,
  by: By,
  registerId: string,
): Promise<Result<StandingRegister, 'absent' | 'corrected'>> {
  const own = await tx.register.findFirst({
    where: { id: registerId, trainerId: by.actorId ?? '', isVoid: false },
    select: { id: true },
  })
  if (!own) return absent
  const standing = await readStanding(tx, registerId)
  return standing ? success(standing) : corrected
}

function draftOf({
  moduleSlug,
  mode,
  heldOn,
  startsAt,
  endsAt,
  payload,
  attendances,
}: StandingRegister): RegisterDraftBody {
  const { title = '', place = '', rows } = JSON.parse(payload ?? '{}') as Partial<RegisterBody>
  const reasons = new Map(rows?.map((row) => [row.enrolmentId, row.reason]))
  const order = new Map(rows?.map((row, index) => [row.enrolmentId, index]))
  const sorted = [...attendances].sort(
    (one, other) => (order.get(one.enrolmentId) ?? 0) - (order.get(other.enrolmentId) ?? 0),
  )
  return {
    moduleSlug,
    mode,
    heldOn: formatDay(heldOn),
    startsAt: formatClock(startsAt),
    endsAt: formatClock(endsAt),
    title,
    place,
    reason: '',
    rows: sorted.map(({ enrolmentId, minutes }) => ({
      enrolmentId,
      present: minutes > 0,
      minutes: minutes === 0 || minutes === endsAt - startsAt ? '' : String(minutes),
      reason: reasons.get(enrolmentId) ?? '',
    })),
  }
}
