import Database from 'better-sqlite3'

/**
 * An address with the demo's own ids: `:in-force` and `:under-review` stand for its two plan versions, `:enrolment`
 * for that of its Navigator, `:navigator` for who they are.
 */
export function demoPath(databaseFile: string, pattern: string): string {
  if (!pattern.includes(':')) return pattern
  const database = new Database(databaseFile, { readonly: true, timeout: 5000 })
  const find = (sql: string) => String(database.prepare(sql).pluck().get())
  const ids: Record<string, string> = {
    ':in-force': find('SELECT id FROM PlanVersion WHERE number = 1'),
    ':under-review': find('SELECT id FROM PlanVersion WHERE number = 2'),
    ':enrolment': find(
      `SELECT Enrolment.id FROM Enrolment JOIN Person ON Person.id = personId
       WHERE email = 'navigator@rotta.example'`,
    ),
    ':navigator': find("SELECT id FROM Person WHERE email = 'navigator@rotta.example'"),
  }
  database.close()
  return pattern.replace(/:[a-z-]+/g, (name) => ids[name] ?? name)
}
