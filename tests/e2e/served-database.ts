import { createHash, randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'

type Values = (string | number | null)[]
type Row = Record<string, string | number | null>

/** What a served database holds, read from outside while the server runs. */
export function rows<R = Row>(file: string, sql: string, ...values: Values): R[] {
  return within(file, (database) => database.prepare(sql).all(...values) as R[])
}

/** The first column of the first row. */
export function value<V = string>(file: string, sql: string, ...values: Values): V {
  return within(
    file,
    (database) =>
      database
        .prepare(sql)
        .pluck()
        .get(...values) as V,
  )
}

/** Changes what no command of the product changes. */
export function change(file: string, sql: string, ...values: Values): void {
  within(file, (database) => database.prepare(sql).run(...values))
}

/** A fingerprint of everything but sessions and counted sign-ins: the same as long as nothing has changed. */
export function stateOf(file: string): string {
  return within(file, (database) => {
    const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all()
    const hash = createHash('sha256')
    for (const name of names as string[]) {
      if (['Session', 'AttemptWindow'].includes(name)) continue
      hash.update(JSON.stringify([name, database.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all()]))
    }
    return hash.digest('hex')
  })
}

type NewPerson = { name: string; role: string; seat?: string; profile?: string }

/** Somebody with the demo's password and a role in the whole Region; an e-mail made of the name. */
export function addPerson(file: string, { name, role, seat, profile }: NewPerson): string {
  const id = randomUUID()
  const home = profile ? 'CO.cpi-como' : null
  change(
    file,
    `INSERT INTO Person
       (id, email, firstName, lastName, surnameKey, firstNameKey, profile, homeEntryId, passwordHash, createdAt)
     SELECT ?, ?, 'Prova', ?, ?, ?, ?, ?, passwordHash, createdAt FROM Person WHERE email = 'gestore@rotta.example'`,
    ...[id, `${name}@rotta.example`, name, `${name} prova`, `prova ${name}`, profile ?? null, home],
  )
  giveRole(file, id, role, seat)
  return id
}

/** A role held since long ago. */
export function giveRole(file: string, personId: string, role: string, seat?: string): void {
  change(
    file,
    `INSERT INTO RoleAssignment (id, personId, role, scopeKind, seat, startsOn, createdAt)
     SELECT ?, id, ?, 'region', ?, '2019-07-22', createdAt FROM Person WHERE id = ?`,
    ...[randomUUID(), role, seat ?? null, personId],
  )
}

/** For each question of an attempt, in order, the place of the right option among those shown, from 1. */
export function rightPlaces(file: string, attempt: string): number[] {
  const drawn = rows<{ optionOrder: string; key: string }>(
    file,
    `SELECT drawn.optionOrder, FrozenKey.body ->> 'option' AS key
     FROM AttemptQuestion AS drawn JOIN FrozenPart ON hash = questionHash
     JOIN FrozenKey ON digest = FrozenPart.body ->> 'keyDigest'
     WHERE attemptId = ? ORDER BY position`,
    attempt,
  )
  return drawn.map(({ optionOrder, key }) => (JSON.parse(optionOrder) as string[]).indexOf(key) + 1)
}

/** For each question of an attempt, in order, the place of the stored answer among the options shown; 0 for none. */
export function storedPlaces(file: string, attempt: string): number[] {
  const stored = rows<{ optionOrder: string; answer: string | null }>(
    file,
    'SELECT optionOrder, answer FROM AttemptQuestion WHERE attemptId = ? ORDER BY position',
    attempt,
  )
  return stored.map(({ optionOrder, answer }) => (JSON.parse(optionOrder) as (string | null)[]).indexOf(answer) + 1)
}

/** Ends the time of an open attempt a minute ago: its trigger, which forbids just that, is away for this one change. */
export function endTime(file: string, attempt: string): Date {
  const due = new Date(Date.now() - 60_000)
  within(file, (database) => {
    const find = database.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'Attempt_closed'")
    const trigger = find.pluck().get() as string
    database.transaction(() => {
      database.exec('DROP TRIGGER Attempt_closed')
      const text = due.toISOString().replace('Z', '+00:00')
      database.prepare('UPDATE Attempt SET dueAt = ? WHERE id = ?').run(text, attempt)
      database.exec(trigger)
    })()
  })
  return due
}

function within<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file, { timeout: 5000 })
  try {
    return work(database)
  } finally {
    database.close()
  }
}
