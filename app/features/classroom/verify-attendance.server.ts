import { database } from '~/platform/database/client.server'

/**
 * Compares the attendance that is counted with what each signed register holds: every line of a register whose content
 * is still there, and none of one that voids another.
 * @returns the number of the first register that does not agree, or null
 */
export async function findForeignAttendance(): Promise<number | null> {
  const [found] = await database.$queryRaw<{ seq: number | bigint }[]>`
    SELECT r."seq" FROM "Register" r
    WHERE (r."isVoid" AND EXISTS (SELECT 1 FROM "Attendance" a WHERE a."registerId" = r."id"))
      OR (NOT r."isVoid" AND r."payload" IS NOT NULL AND (
        (SELECT count(*) FROM "Attendance" a WHERE a."registerId" = r."id") <> json_array_length(r."payload", '$.rows')
        OR EXISTS (
          SELECT 1 FROM json_each(r."payload", '$.rows') line
          WHERE NOT EXISTS (
            SELECT 1 FROM "Attendance" a
            WHERE a."registerId" = r."id" AND a."enrolmentId" = line.value ->> 'enrolmentId'
              AND a."minutes" = line.value ->> 'minutes'
          )
        )
      ))
    ORDER BY r."seq" LIMIT 1`
  return found ? Number(found.seq) : null
}
