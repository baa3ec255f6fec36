import { beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '~/platform/audit/verify-audit.server'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { RefusedEvidence, recordEvidence } from './record-evidence.server'
import { type NewHours, recordHours } from './record-hours.server'
import { verifyEvidence } from './verify-evidence.server'

const now = new Date('2026-03-02T09:00:00Z')
const actor = { actorId: 'formatore', requestId: 'TEST-0000', now }
const none = { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
let versionId = ''
beforeAll(async () => {
  const hours = { navigator: { ...none, online: 1, classroom: 2, remote: 1 } }
  const modules = ['primo', 'secondo'].map((slug) => someModule({ slug, hours, lessonCount: 1 }))
  versionId = (await makePlan({ modules, at: now })).versionId
})

/** A learner who has all but the hours of both modules. */
async function learner() {
  const enrolled = await enrol({ versionId, at: now })
  for (const moduleSlug of ['primo', 'secondo']) {
    await record(enrolled, { moduleSlug, kind: 'lesson', subject: 'lezione-1', occurredOn: '2026-03-02' }, now)
    await record(enrolled, { moduleSlug, kind: 'assessment', subject: 't', occurredOn: '2026-03-02' }, now)
  }
  return enrolled.enrolmentId
}

type Step = Omit<NewHours, 'enrolmentId' | 'occurredOn'> & { who: number; replaces?: number }
const step = (who: number, moduleSlug: string, subject: string, minutes?: number, replaces?: number): Step => {
  return { who, moduleSlug, subject, minutes, isVoid: minutes === undefined, replaces, payload: { register: 'r' } }
}
/** Two acts, one after the other: what the first recorded, the second corrects, makes void, and adds to. */
const acts: Step[][] = [
  [
    step(0, 'primo', 'classroom', 120),
    step(1, 'primo', 'classroom', 60),
    step(2, 'primo', 'remote', 60),
    step(0, 'primo', 'remote', 60),
    step(0, 'secondo', 'classroom', 120),
    step(0, 'secondo', 'remote', 60),
  ],
  [step(1, 'primo', 'classroom', 90, 1), step(2, 'primo', 'remote', undefined, 2), step(2, 'secondo', 'classroom', 30)],
  [step(0, 'secondo', 'remote', undefined, 5)],
]

async function play(write: (hours: NewHours[]) => Promise<string[]>) {
  const people = [await learner(), await learner(), await learner()]
  const ids: string[] = []
  for (const act of acts) {
    const hours = act.map(({ who, replaces, ...one }) => ({
      ...one,
      enrolmentId: people[who] ?? '',
      occurredOn: '2026-03-01',
      corrects: replaces === undefined ? undefined : ids[replaces],
    }))
    ids.push(...(await write(hours)))
  }
  const place = (id: string | null) => (id === null ? null : ids.indexOf(id))
  const evidence = await database.evidence.findMany({
    where: { enrolmentId: { in: people }, kind: 'hours' },
    orderBy: { seq: 'asc' },
  })
  const personIds = (await database.enrolment.findMany({ where: { id: { in: people } } })).map(
    ({ personId }) => personId,
  )
  const audit = await database.auditEntry.findMany({
    where: { objectId: { in: personIds }, actorId: 'formatore' },
    orderBy: { seq: 'asc' },
  })
  return {
    evidence: evidence.map(({ seq: _, digest, previous, salt, payloadDigest, ...row }) => ({
      ...row,
      id: place(row.id),
      corrects: place(row.corrects),
      enrolmentId: people.indexOf(row.enrolmentId),
    })),
    audit: audit.map(({ action, payload }) => {
      const said = JSON.parse(payload ?? '{}') as Record<string, string>
      const row = evidence.find(({ id }) => id === said.evidence)
      return [action, place(said.evidence ?? null), people.indexOf(said.enrolment ?? ''), said.digest === row?.digest]
    }),
    progress: (await database.moduleProgress.findMany({ where: { enrolmentId: { in: people } } }))
      .map((row) => ({ ...row, enrolmentId: people.indexOf(row.enrolmentId) }))
      .sort((a, b) => a.enrolmentId - b.enrolmentId || a.moduleSlug.localeCompare(b.moduleSlug)),
    completed: await Promise.all(
      people.map(async (id) => {
        const { completedAt, completedOn } = await database.enrolment.findUniqueOrThrow({ where: { id } })
        return { completedAt, completedOn }
      }),
    ),
  }
}

test('leaves what recording one after another leaves: rows, log, progress, completion', async () => {
  const together = await play((hours) => transact((tx) => recordHours(tx, actor, hours)))
  const single = await play((hours) =>
    transact(async (tx) => {
      const ids: string[] = []
      for (const one of hours) ids.push(await recordEvidence(tx, actor, { ...one, kind: 'hours' }))
      return ids
    }),
  )
  expect(together).toEqual(single)
  // The case has something in it: a plan completed and then not any more, all kinds of rows.
  expect(together.evidence).toHaveLength(10)
  expect(together.audit.every(([, , , same]) => same)).toBe(true)
  expect(together.progress.filter(({ completedAt }) => completedAt)).toHaveLength(1)
  expect(await verifyEvidence()).toMatchObject({ ok: true })
  expect(await verifyAudit()).toMatchObject({ ok: true })
})

test('a plan is complete with the last hours it asks for', async () => {
  const enrolmentId = await learner()
  const all = ['primo', 'secondo'].flatMap((moduleSlug) => [
    { enrolmentId, moduleSlug, subject: 'classroom', minutes: 120, occurredOn: '2026-03-01' },
    { enrolmentId, moduleSlug, subject: 'remote', minutes: 60, occurredOn: '2026-03-01' },
  ])
  await transact((tx) => recordHours(tx, actor, all.slice(0, 3)))
  expect(await database.enrolment.findUnique({ where: { id: enrolmentId } })).toMatchObject({ completedAt: null })
  await transact((tx) => recordHours(tx, actor, all.slice(3)))
  expect(await database.enrolment.findUnique({ where: { id: enrolmentId } })).toMatchObject({
    completedAt: now,
    completedOn: '2026-03-02',
  })
})

test.each([
  ['a module that is not taken', { moduleSlug: 'inventato' }, 'not-taken'],
  ['no recorded mode', { subject: 'online' }, 'unknown-subject'],
  ['no minutes', { minutes: 0 }, 'minutes'],
  ['tomorrow', { occurredOn: '2026-03-03' }, 'future'],
  ['a row that is not there', { corrects: 'inventata' }, 'not-standing'],
])('%s: refused, and of the others nothing is written either', async (_, change, reason) => {
  const good = {
    enrolmentId: await learner(),
    moduleSlug: 'primo',
    subject: 'classroom',
    minutes: 60,
    occurredOn: '2026-03-01',
  }
  const before = [await database.evidence.count(), await database.auditEntry.count()]
  const refused = transact((tx) => recordHours(tx, actor, [good, { ...good, ...change }]))
  await expect(refused).rejects.toMatchObject({ name: 'RefusedEvidence', reason })
  await expect(refused).rejects.toBeInstanceOf(RefusedEvidence)
  expect([await database.evidence.count(), await database.auditEntry.count()]).toEqual(before)
})

test('a row is corrected once, also within one act', async () => {
  const enrolmentId = await learner()
  const hours = { enrolmentId, moduleSlug: 'primo', subject: 'classroom', minutes: 60, occurredOn: '2026-03-01' }
  const [id] = await transact((tx) => recordHours(tx, actor, [hours]))
  const twice = [
    { ...hours, corrects: id },
    { ...hours, minutes: 30, corrects: id },
  ]
  await expect(transact((tx) => recordHours(tx, actor, twice))).rejects.toMatchObject({ reason: 'not-standing' })
  expect(await transact((tx) => recordHours(tx, actor, []))).toEqual([])
})
