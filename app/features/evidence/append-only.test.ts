import { beforeAll, describe, expect, test } from 'vitest'
import { byHand } from '../../../tests/setup/by-hand'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { makePlan, someModule } from '../../../tests/setup/plans'

let enrolmentId = ''

beforeAll(async () => {
  const { versionId } = await makePlan({ modules: [someModule({ slug: 'primo' })] })
  const one = await enrol({ versionId })
  enrolmentId = one.enrolmentId
  await record(one, { moduleSlug: 'primo', kind: 'lesson', subject: 'lezione-1' })
  byHand((file) => {
    file.exec(`
      INSERT INTO PracticeEntry (id, enrolmentId, moduleSlug, heldOn, minutes, tasks, alongside, state, createdAt)
      VALUES ('p1', '${enrolmentId}', 'primo', '2019-10-01', 60, '[]', 'operatore', 'pending', '2019-10-01');
      INSERT INTO PracticeDecision (id, entryId, outcome, byId, at) VALUES ('d1', 'p1', 'returned', 'x', '2019-10-02');`)
  })
})

const tables = ['PracticeEntry', 'PracticeDecision', 'EnrolmentEvent', 'Enrolment', 'ModuleProgress', 'PlanDecision']

describe.each(tables)('a row of %s', (table) => {
  test('is not replaced by another with its rowid', () => {
    byHand((file) => {
      const [row] = file.prepare(`SELECT rowid AS number, * FROM "${table}" LIMIT 1`).all() as Record<string, unknown>[]
      const { number, ...values } = row ?? {}
      const columns = Object.keys(values)
      const other = columns.map((column) =>
        /^id$|^versionId$|^moduleSlug$|^activeKey$/.test(column) ? 'altro' : values[column],
      )
      const names = ['rowid', ...columns].map((name) => `"${name}"`).join(', ')
      file.pragma('foreign_keys = OFF')
      const replace = file.prepare(
        `INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${'?, '.repeat(columns.length)}?)`,
      )
      expect(() => replace.run(number, ...other)).toThrow()
    })
  })
})

test('the number of a logged practice does not change, nor what it says', () => {
  byHand((file) => {
    expect(() => file.exec("UPDATE OR REPLACE PracticeEntry SET rowid = 99 WHERE id = 'p1'")).toThrow('does not change')
    expect(() => file.exec("UPDATE PracticeEntry SET minutes = 600 WHERE id = 'p1'")).toThrow('does not change')
  })
})
