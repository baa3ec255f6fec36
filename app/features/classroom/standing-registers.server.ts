import { formatDay } from '~/lib/dates'
import { formatClock } from '~/lib/minutes'
import type { Transaction } from '~/platform/database/client.server'

type Time = { heldOn: string; startsAt: number; endsAt: number }

/** A signed register with its attendances, while nothing has taken its place and it is not void; else null. */
export async function readStanding(tx: Pick<Transaction, 'register'>, id: string) {
  const register = await tx.register.findFirst({
    where: { id, isVoid: false },
    include: { attendances: { select: { enrolmentId: true, minutes: true, evidenceId: true } } },
  })
  if (!register) return null
  const next = await tx.register.findUnique({ where: { corrects: id }, select: { id: true } })
  return next ? null : register
}

export type StandingRegister = NonNullable<Awaited<ReturnType<typeof readStanding>>>

/**
 * The standing registers of a day that share a minute with this time; one that ends as another begins does not.
 * @param without the register that is being corrected
 */
export async function findAtSameTime(tx: Transaction, { heldOn, startsAt, endsAt }: Time, without: string | null) {
  const registers = await tx.register.findMany({
    where: { heldOn, isVoid: false, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
    select: {
      id: true,
      trainerId: true,
      heldOn: true,
      startsAt: true,
      endsAt: true,
      trainer: { select: { firstName: true, lastName: true } },
    },
  })
  const corrections = await tx.register.findMany({
    where: { corrects: { in: registers.map(({ id }) => id) } },
    select: { corrects: true },
  })
  const corrected = new Set(corrections.map(({ corrects }) => corrects))
  return registers.filter(({ id }) => !corrected.has(id) && id !== without)
}

export type OtherRegister = Awaited<ReturnType<typeof findAtSameTime>>[number]

/** Who of these people has minutes in these registers. */
export async function findWhoIsElsewhere(
  tx: Transaction,
  registers: readonly OtherRegister[],
  personIds: readonly string[],
): Promise<Map<string, OtherRegister>> {
  if (registers.length === 0) return new Map()
  const attendances = await tx.attendance.findMany({
    where: {
      registerId: { in: registers.map(({ id }) => id) },
      minutes: { gt: 0 },
      enrolment: { personId: { in: [...personIds] } },
    },
    select: { registerId: true, enrolment: { select: { personId: true } } },
  })
  const byId = new Map(registers.map((register) => [register.id, register]))
  return new Map(
    attendances.flatMap(({ registerId, enrolment }) => {
      const register = byId.get(registerId)
      return register ? [[enrolment.personId, register]] : []
    }),
  )
}

/** "registro di Teo Formatore, 16/12/2019, ore 9.00–11.00" */
export function registerName({ trainer, heldOn, startsAt, endsAt }: OtherRegister): string {
  const time = `${formatClock(startsAt)}–${formatClock(endsAt)}`
  return `registro di ${trainer.firstName} ${trainer.lastName}, ${formatDay(heldOn)}, ore ${time}`
}
