import type Database from 'better-sqlite3'
import { byHand } from './by-hand'

type Row = Record<string, string | number | null>

/** What a history left behind, to be compared with another: whose rows, of which version, and after which rows. */
export type Part = { people: readonly string[]; versionId: string; after: Record<string, number> }

const chained = ['Evidence', 'Observation', 'ObservationResponse', 'Register', 'AuditEntry']
const ofThoseEnrolled = [
  ...[
    'EnrolmentEvent',
    'ModuleProgress',
    'Attempt',
    'AssessmentUnlock',
    'SelfAssessment',
    'PracticeEntry',
    'Attendance',
  ],
]
const random = new Set(['seq', 'salt', 'payloadDigest', 'previous', 'digest'])
/** What people of different parts cannot share. */
const made = new Set(['Person.email', 'Person.createdAt', 'RoleAssignment.createdAt'])
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The last row of each chain. */
export function chainEnds(): Record<string, number> {
  return byHand((file) => Object.fromEntries(chained.map((table) => [table, lastOf(file, table)])))
}

/**
 * All rows of a part, by table, without what is random: ids are called after what they name and their place in it, so
 * that two histories are equal when nothing but ids, salts and digests tells them apart.
 */
export function snapshotOf({ people, versionId, after }: Part): Record<string, string[]> {
  return byHand((file) => {
    const names = new Map<string, string>([[versionId, 'version']])
    const list = people.map((id) => `'${id}'`).join(',')
    for (const [index, id] of people.entries()) names.set(id, `person ${index}`)
    const enrolments = file.prepare(`SELECT id, personId FROM Enrolment WHERE personId IN (${list})`).all() as Row[]
    for (const { id, personId } of enrolments) names.set(String(id), `enrolment of ${names.get(String(personId))}`)
    const enrolled = `IN (SELECT id FROM Enrolment WHERE personId IN (${list}))`

    const others = file.prepare(`SELECT id FROM Person WHERE id NOT IN (${list})`).pluck().all() as string[]
    for (const id of others) names.set(id, id)

    const taken = new Map<string, Row[]>()
    const take = (table: string, where: string, order = '') => {
      const rows = file.prepare(`SELECT * FROM "${table}" WHERE ${where} ${order}`).all() as Row[]
      // Rows without an order of their own stand in that of what they say; of a chain, those of one act alike.
      const sorted = order === '' ? sortedByText(table, rows, names) : rowsOfActs(rows, table, names)
      for (const [index, row] of sorted.entries()) {
        const id = String(row.id ?? '')
        if (id.match(uuid) && !names.has(id)) names.set(id, `${table} ${index}`)
      }
      taken.set(table, sorted)
    }
    take('Posting', `personId IN (${list})`)
    take('RoleAssignment', `personId IN (${list})`)
    for (const table of ofThoseEnrolled.filter((one) => one === 'Attempt' || one === 'PracticeEntry')) {
      take(table, `enrolmentId ${enrolled}`)
    }
    for (const table of chained) take(table, `seq > ${after[table] ?? 0}`, 'ORDER BY seq')
    for (const table of ofThoseEnrolled.filter((one) => !taken.has(one))) take(table, `enrolmentId ${enrolled}`)
    take('AttemptQuestion', `attemptId IN (SELECT id FROM Attempt WHERE enrolmentId ${enrolled})`)
    take('PracticeDecision', `entryId IN (SELECT id FROM PracticeEntry WHERE enrolmentId ${enrolled})`)
    take('Enrolment', `personId IN (${list})`)
    take('Person', `id IN (${list})`)
    take('ProgressCount', `versionId = '${versionId}' AND (people <> 0 OR completed <> 0)`)
    // Once everything has its name.
    return Object.fromEntries([...taken].map(([table, rows]) => [table, rows.map((row) => textOf(table, row, names))]))
  })
}

function sortedByText(table: string, rows: readonly Row[], names: ReadonlyMap<string, string>): Row[] {
  const known = rows.map((row) => ({ row, text: textOf(table, row, names) }))
  return known.sort((one, other) => (one.text < other.text ? -1 : 1)).map(({ row }) => row)
}

/**
 * Rows that one act writes for several people: a command takes them as the database gives them, in the order of ids that
 * are random. They are named in the order of what they say, so that only that order is not compared.
 */
function rowsOfActs(rows: readonly Row[], table: string, names: Map<string, string>): Row[] {
  const sorted: Row[] = []
  let act: Row[] = []
  const close = () => {
    for (const row of sortedByText(table, act, names)) {
      if (row.id) names.set(String(row.id), `${table} ${sorted.length}`)
      sorted.push(row)
    }
    act = []
  }
  for (const row of rows) {
    const [last] = act
    const same =
      last && ['recordedAt', 'at', 'signedAt', 'kind', 'action', 'isVoid'].every((name) => last[name] === row[name])
    if (!same) close()
    act.push(row)
  }
  close()
  return sorted
}

function textOf(table: string, row: Row, names: ReadonlyMap<string, string>): string {
  const kept = Object.fromEntries(
    Object.entries(row).filter(([column]) => !random.has(column) && !made.has(`${table}.${column}`)),
  )
  return JSON.stringify(kept)
    .replace(/[0-9a-f]{64}/g, (hash) => (row.questionHash === hash ? hash : 'digest'))
    .replace(uuid, (id) => names.get(id) ?? '?')
}

function lastOf(file: Database.Database, table: string) {
  return Number(file.prepare(`SELECT coalesce(max(seq), 0) FROM "${table}"`).pluck().get())
}
