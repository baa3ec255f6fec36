import type { Authorised } from '~/features/auth/authorise.server'
import { database } from '~/platform/database/client.server'
import { findModuleTitles } from './registers.queries.server'
import type { SignedRegister } from './rules/register'

const pageSize = 50

type AttendanceRow = {
  registerId: string
  enrolmentId: string
  moduleSlug: string
  mode: string
  heldOn: string
  startsAt: number | bigint
  endsAt: number | bigint
  minutes: number | bigint
  payload: string | null
  firstName: string
  lastName: string
}

/**
 * A page of one's own attendances in the registers that stand, the last day first; of the others in a register nothing
 * is told, not even how many there were.
 */
export async function findOwnAttendances(by: Authorised<'learning.follow'>, page: number) {
  const rows = await database.$queryRaw<AttendanceRow[]>`
    SELECT a."registerId", a."enrolmentId", r."moduleSlug", r."mode", r."heldOn", r."startsAt", r."endsAt",
      a."minutes", r."payload", t."firstName", t."lastName"
    FROM "Enrolment" e
    CROSS JOIN "Attendance" a ON a."enrolmentId" = e."id"
    JOIN "Register" r ON r."id" = a."registerId"
    JOIN "Person" t ON t."id" = r."trainerId"
    WHERE e."personId" = ${by.actorId ?? ''}
      AND NOT EXISTS (SELECT 1 FROM "Register" c WHERE c."corrects" = r."id")
    ORDER BY r."heldOn" DESC, r."startsAt" DESC, r."seq" DESC
    LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`
  const titles = await findModuleTitles()
  const attendances = rows
    .slice(0, pageSize)
    .map(({ payload, enrolmentId, moduleSlug, firstName, lastName, ...row }) => {
      const signed = JSON.parse(payload ?? '{}') as Partial<Extract<SignedRegister, { rows: unknown }>>
      return {
        registerId: row.registerId,
        mode: row.mode,
        heldOn: row.heldOn,
        startsAt: Number(row.startsAt),
        endsAt: Number(row.endsAt),
        minutes: Number(row.minutes),
        moduleTitle: titles.get(moduleSlug) ?? moduleSlug,
        trainer: `${firstName} ${lastName}`,
        title: signed.title ?? null,
        place: signed.place ?? null,
        reason: signed.rows?.find((one) => one.enrolmentId === enrolmentId)?.reason ?? null,
      }
    })
  return { attendances, more: rows.length > pageSize }
}

export type OwnAttendance = Awaited<ReturnType<typeof findOwnAttendances>>['attendances'][number]
