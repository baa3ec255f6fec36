import Database from 'better-sqlite3'

/** A second connection, as somebody with the file in their hands has it. */
export function byHand<T>(work: (file: Database.Database) => T): T {
  const file = new Database((process.env.DATABASE_URL ?? '').slice(5))
  try {
    return work(file)
  } finally {
    file.close()
  }
}

/** Changes a table behind its triggers' back, runs the check, and puts everything back. */
export async function tampered<Verdict>(table: string, sql: string, verify: () => Promise<Verdict>): Promise<Verdict> {
  const triggers = byHand((file) => {
    const found = file
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?")
      .all(table) as { name: string; sql: string }[]
    for (const { name } of found) file.exec(`DROP TRIGGER "${name}"`)
    file.exec(`CREATE TABLE kept AS SELECT * FROM "${table}"`)
    file.exec(sql)
    return found
  })
  const verdict = await verify()
  byHand((file) => {
    file.pragma('foreign_keys = OFF')
    file.exec(`DELETE FROM "${table}"; INSERT INTO "${table}" SELECT * FROM kept ORDER BY rowid; DROP TABLE kept`)
    for (const trigger of triggers) file.exec(trigger.sql)
  })
  return verdict
}
