// Fills a database with people for the bench: always the same ones, by plain SQL in one transaction. That
// passes the audit log by, which the measured pages do not read.
import Database from 'better-sqlite3'

const firstNames =
  'Alessandra Andrea Anna Barbara Carlo Chiara Davide Elena Fabio Federica Francesco Giovanni Giulia Laura Luca Marco Maria Matteo Paolo Sara Silvia Stefano'.split(
    ' ',
  )
const lastNames =
  'Bianchi Brambilla Colombo Conti Costa D’Angelo Esposito Ferrari Fontana Galli Gallo Greco Lombardi Mariani Marino Moretti Niccolò Ricci Rinaldi Riva Rizzo Romano Rossi Russo Sala Villa'.split(
    ' ',
  )
const createdAt = '2019-07-22T08:00:00.000+00:00'

/**
 * Adds learners, spread over the entries of the territory, until there are `wanted` people.
 * @returns {number} how many people there are
 */
export function addPeople(file, wanted) {
  const database = new Database(file)
  try {
    database.pragma('foreign_keys = ON')
    const entries = database.prepare('SELECT id FROM Entry ORDER BY id').pluck().all()
    const before = database.prepare('SELECT count(*) FROM Person').pluck().get()
    const addPerson = database.prepare(
      `INSERT INTO Person (id, email, firstName, lastName, surnameKey, firstNameKey, profile, homeEntryId, createdAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const addRole = database.prepare(
      `INSERT INTO RoleAssignment (id, personId, role, scopeKind, scopeId, startsOn, createdAt)
       VALUES (?, ?, 'learner', 'entry', ?, '2019-09-01', ?)`,
    )
    database.transaction(() => {
      for (let index = before; index < wanted; index++) {
        const id = `bench-${String(index).padStart(5, '0')}`
        const first = firstNames[index % firstNames.length]
        const last = lastNames[Math.floor(index / firstNames.length) % lastNames.length]
        const entry = entries[index % entries.length]
        const profile = index % 3 === 0 ? 'navigator' : 'operatore'
        const keys = [fold(`${last} ${first}`), fold(`${first} ${last}`)]
        addPerson.run(id, `${id}@rotta.example`, first, last, ...keys, profile, entry, createdAt)
        addRole.run(id, id, entry, createdAt)
      }
    })()
    return database.prepare('SELECT count(*) FROM Person').pluck().get()
  } finally {
    database.close()
  }
}

/**
 * Enrols people made here in the version in force.
 * @returns {number} how many people follow a plan
 */
export function addEnrolments(file, wanted) {
  const database = new Database(file)
  try {
    database.pragma('foreign_keys = ON')
    const version = database
      .prepare("SELECT versionId FROM PlanDecision WHERE outcome = 'approved' ORDER BY closedAt DESC LIMIT 1")
      .pluck()
      .get()
    database
      .prepare(
        `INSERT INTO Enrolment (id, personId, versionId, profile, enrolledAt, activeKey)
         SELECT id, id, ?, profile, ?, id FROM Person WHERE id LIKE 'bench-%' ORDER BY id LIMIT ?`,
      )
      .run(version, createdAt, wanted)
    return database.prepare('SELECT count(*) FROM Enrolment WHERE activeKey IS NOT NULL').pluck().get()
  } finally {
    database.close()
  }
}

/** The version that waits for the Cabina's vote. */
export function findUnderReview(file) {
  const database = new Database(file, { readonly: true })
  try {
    return database
      .prepare(
        `SELECT id FROM PlanVersion WHERE submittedAt IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM PlanDecision WHERE versionId = PlanVersion.id)`,
      )
      .pluck()
      .get()
  } finally {
    database.close()
  }
}

/** As app/lib/fold-text.ts. */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace('’', '').toLowerCase()
}
