import type { Day } from '~/lib/dates'
import type { Transaction } from '~/platform/database/client.server'

/**
 * Minutes of a person's day that are spoken for, whichever version of the plan they followed: practice that is pending
 * or validated, and attendances in registers that stand. By index: their enrolments, then the rows of each.
 */
export async function minutesOfDay(tx: Pick<Transaction, '$queryRaw'>, personId: string, day: Day): Promise<number> {
  const [row] = await tx.$queryRaw<{ practice: number | bigint; attended: number | bigint }[]>`
    SELECT
      COALESCE((
        SELECT SUM(p."minutes")
        FROM "Enrolment" e
        CROSS JOIN "PracticeEntry" p ON p."enrolmentId" = e."id" AND p."heldOn" = ${day}
        WHERE e."personId" = ${personId} AND p."state" IN ('pending', 'validated')
      ), 0) AS "practice",
      COALESCE((
        SELECT SUM(a."minutes")
        FROM "Enrolment" e
        CROSS JOIN "Attendance" a ON a."enrolmentId" = e."id"
        JOIN "Register" r ON r."id" = a."registerId"
        WHERE e."personId" = ${personId} AND r."heldOn" = ${day}
          AND NOT EXISTS (SELECT 1 FROM "Register" c WHERE c."corrects" = r."id")
      ), 0) AS "attended"`
  return Number(row?.practice ?? 0) + Number(row?.attended ?? 0)
}
