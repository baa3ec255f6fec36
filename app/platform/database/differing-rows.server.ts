import { type Prisma, sql } from './client.server'

/**
 * The rows that only one of two selects has: of what is kept for speed, against what it comes from.
 * @param expected the rows as they follow from what is kept nowhere else
 * @param kept the same columns, as they stand
 */
export function differingRows(expected: Prisma.Sql, kept: Prisma.Sql): Prisma.Sql {
  return sql`
    WITH "Expected" AS (${expected}), "Kept" AS (${kept})
    SELECT * FROM (SELECT * FROM "Expected" EXCEPT SELECT * FROM "Kept")
    UNION ALL
    SELECT * FROM (SELECT * FROM "Kept" EXCEPT SELECT * FROM "Expected")`
}
