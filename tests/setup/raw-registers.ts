import { randomUUID } from 'node:crypto'
import { registerFields } from '~/features/classroom/register-chain'
import { linkAfter } from '~/platform/chain/salted-chain'
import { transact } from '~/platform/database/client.server'

type Row = { heldOn: string; enrolmentId?: string; minutes?: number; corrects?: string; isVoid?: boolean }

/** A register as its row stands in the database, for areas that only read it: without evidence, one attendance at most. */
export async function attend(
  trainerId: string,
  { heldOn, enrolmentId, minutes = 120, corrects, isVoid = false }: Row,
): Promise<string> {
  const head = {
    id: randomUUID(),
    trainerId,
    moduleSlug: 'primo',
    mode: 'classroom',
    heldOn,
    startsAt: 540,
    endsAt: 540 + minutes,
    signedAt: new Date(),
    corrects: corrects ?? null,
    isVoid,
  }
  await transact(async (tx) => {
    const last = await tx.register.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true } })
    await tx.register.create({ data: { ...head, ...linkAfter(last, registerFields(head), {}) } })
    if (enrolmentId) await tx.attendance.create({ data: { registerId: head.id, enrolmentId, minutes } })
  })
  return head.id
}
