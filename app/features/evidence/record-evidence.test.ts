import { beforeAll, describe, expect, test } from 'vitest'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { findCompletedLessons, findModuleProgress } from './progress.queries.server'
import { type NewEvidence, recordEvidence } from './record-evidence.server'

const none = { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
let versionId = ''
beforeAll(async () => {
  const modules = [
    someModule({ slug: 'primo', hours: { navigator: { ...none, online: 1, classroom: 1 } } }),
    someModule({ slug: 'secondo' }),
    someModule({ slug: 'per-operatori', hours: { operatore: none } }),
  ]
  versionId = (await makePlan({ modules })).versionId
})

type Said = Omit<NewEvidence, 'enrolmentId' | 'occurredOn'> & { occurredOn?: string }
const lesson = (subject: string, moduleSlug = 'primo'): Said => ({ moduleSlug, kind: 'lesson', subject })
const progressOf = async (enrolmentId: string, module = 'primo') =>
  (await findModuleProgress(enrolmentId)).find(({ moduleSlug }) => moduleSlug === module)
const completionOf = async (id: string) =>
  (await database.enrolment.findUniqueOrThrow({ where: { id }, select: { completedAt: true } })).completedAt

describe('recordEvidence', () => {
  test('writes the row, the audit row and what it adds up to', async () => {
    const enrolled = await enrol({ versionId })
    const now = new Date()
    const id = await record(enrolled, { ...lesson('lezione-1'), payload: { why: 'letta' } }, now)
    expect(await database.evidence.findUnique({ where: { id } })).toMatchObject({
      enrolmentId: enrolled.enrolmentId,
      moduleSlug: 'primo',
      kind: 'lesson',
      subject: 'lezione-1',
      minutes: null,
      recordedAt: now,
      recordedById: enrolled.personId,
      corrects: null,
      isVoid: false,
      payload: '{"why":"letta"}',
    })
    expect(await progressOf(enrolled.enrolmentId)).toEqual({
      moduleSlug: 'primo',
      lessonsDone: 1,
      lessonsRequired: 2,
      minutesDone: 30,
      minutesRequired: 120,
      minutesByMode: { ...none, online: 30 },
      assessmentPassed: false,
      observationMet: false,
      completedAt: null,
    })
  })

  test('the log tells who and when, not what was learnt: who reads it may not see that', async () => {
    const enrolled = await enrol({ versionId })
    const id = await record(enrolled, lesson('lezione-1'))
    const audit = await database.auditEntry.findFirst({ orderBy: { seq: 'desc' } })
    expect(audit).toMatchObject({ action: 'evidence.record', objectType: 'person', objectId: enrolled.personId })
    const { digest } = await database.evidence.findUniqueOrThrow({ where: { id }, select: { digest: true } })
    expect(JSON.parse(audit?.payload ?? '')).toEqual({ enrolment: enrolled.enrolmentId, evidence: id, digest })
  })

  test.each<Said>([
    lesson('lezione-1'),
    { moduleSlug: 'primo', kind: 'assessment', subject: 'tentativo-1' },
    { moduleSlug: 'primo', kind: 'observation', subject: 'osservazione-1', payload: { met: true } },
    { moduleSlug: 'primo', kind: 'recognition', subject: 'lessons' },
  ])('what is either there or not is recorded once: $kind', async (evidence) => {
    const enrolled = await enrol({ versionId })
    const ids = await Promise.all(Array.from({ length: 4 }, () => record(enrolled, evidence)))
    expect(new Set(ids).size).toBe(1)
    expect(await record(enrolled, evidence)).toBe(ids[0])
    expect(await database.evidence.count({ where: { enrolmentId: enrolled.enrolmentId } })).toBe(1)
    // Of a test the attempt that was handed in stands in the log, of an observation its signature, good or not.
    const audited = ['assessment', 'observation'].includes(evidence.kind) ? 0 : 1
    expect(
      await database.auditEntry.count({ where: { objectId: enrolled.personId, action: { startsWith: 'evidence.' } } }),
    ).toBe(audited)
  })

  test('hours add up, also when many are recorded at once', async () => {
    const enrolled = await enrol({ versionId })
    const hours: Said = { moduleSlug: 'primo', kind: 'hours', subject: 'classroom', minutes: 5 }
    await Promise.all(Array.from({ length: 8 }, () => record(enrolled, hours)))
    expect((await progressOf(enrolled.enrolmentId))?.minutesByMode.classroom).toBe(40)
  })

  test('a lesson can be read again after its row was cancelled', async () => {
    const enrolled = await enrol({ versionId })
    const first = await record(enrolled, lesson('lezione-1'))
    await record(enrolled, { ...lesson('lezione-1'), corrects: first, isVoid: true })
    expect(await progressOf(enrolled.enrolmentId)).toMatchObject({ lessonsDone: 0 })
    expect(await record(enrolled, lesson('lezione-1'))).not.toBe(first)
    expect(await progressOf(enrolled.enrolmentId)).toMatchObject({ lessonsDone: 1 })
  })

  test.each<[string, Said]>([
    ['not-taken', lesson('lezione-1', 'terzo')],
    ['not-taken', lesson('lezione-1', 'per-operatori')],
    ['unknown-subject', lesson('lezione-9')],
    ['unknown-subject', { moduleSlug: 'primo', kind: 'hours', subject: 'online', minutes: 10 }],
    ['minutes', { moduleSlug: 'primo', kind: 'hours', subject: 'classroom', minutes: 1441 }],
    ['future', { ...lesson('lezione-1'), occurredOn: '2999-01-01' }],
    ['not-standing', { ...lesson('lezione-1'), corrects: 'altrove' }],
  ])('refuses %s, and nothing is written', async (reason, evidence) => {
    const enrolled = await enrol({ versionId })
    await expect(record(enrolled, evidence)).rejects.toMatchObject({ name: 'RefusedEvidence', reason })
    expect(await database.evidence.count({ where: { enrolmentId: enrolled.enrolmentId } })).toBe(0)
    expect(await findModuleProgress(enrolled.enrolmentId)).toEqual([])
  })

  test('a row of somebody else, or of another module, is not corrected from here', async () => {
    const [one, other] = [await enrol({ versionId }), await enrol({ versionId })]
    const id = await record(one, lesson('lezione-1'))
    const correction = { corrects: id, isVoid: true }
    const refused = { reason: 'not-standing' }
    await expect(record(other, { ...lesson('lezione-1'), ...correction })).rejects.toMatchObject(refused)
    await expect(record(one, { ...lesson('lezione-1', 'secondo'), ...correction })).rejects.toMatchObject(refused)
  })

  test('of two corrections of one row at once, one stands', async () => {
    const enrolled = await enrol({ versionId })
    const id = await record(enrolled, { moduleSlug: 'primo', kind: 'hours', subject: 'classroom', minutes: 60 })
    const correct = (minutes: number) =>
      record(enrolled, { moduleSlug: 'primo', kind: 'hours', subject: 'classroom', minutes, corrects: id })
    const settled = await Promise.allSettled([correct(10), correct(20)])
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('an act that is rolled back leaves nothing', async () => {
    const { enrolmentId, personId } = await enrol({ versionId })
    const actor = { actorId: personId, requestId: 'R', now: new Date() }
    const rolledBack = transact(async (tx) => {
      await recordEvidence(tx, actor, { enrolmentId, ...lesson('lezione-1'), occurredOn: '2019-12-16' })
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(0)
    expect(await findModuleProgress(enrolmentId)).toEqual([])
  })
})

describe('the plan is complete', () => {
  test('with the last module that the profile takes, and no more once that is taken away', async () => {
    const enrolled = await enrol({ versionId })
    const { enrolmentId } = enrolled
    const everything = (moduleSlug: string): Said[] => [
      lesson('lezione-1', moduleSlug),
      lesson('lezione-2', moduleSlug),
      { moduleSlug, kind: 'assessment', subject: `tentativo ${moduleSlug}` },
    ]
    for (const evidence of [...everything('secondo'), ...everything('primo')]) await record(enrolled, evidence)
    expect(await progressOf(enrolmentId, 'secondo')).toMatchObject({ completedAt: expect.any(Date) })
    expect(await completionOf(enrolmentId)).toBeNull()

    const now = new Date()
    const hours: Said = { moduleSlug: 'primo', kind: 'hours', subject: 'classroom', minutes: 60 }
    const last = await record(enrolled, hours, now)
    expect(await progressOf(enrolmentId)).toMatchObject({ completedAt: now })
    expect(await completionOf(enrolmentId)).toEqual(now)

    await record(enrolled, { ...hours, minutes: 90, corrects: last })
    expect(await completionOf(enrolmentId)).toEqual(now)
    await record(enrolled, { ...hours, minutes: undefined, corrects: await idOfLast(), isVoid: true })
    expect(await progressOf(enrolmentId)).toMatchObject({ completedAt: null })
    expect(await completionOf(enrolmentId)).toBeNull()
  })
})

const idOfLast = async () =>
  (await database.evidence.findFirstOrThrow({ orderBy: { seq: 'desc' }, select: { id: true } })).id

describe('findCompletedLessons', () => {
  test('each lesson with its day; cancelled ones are out; recognised ones are all in', async () => {
    const { versionId: other } = await makePlan()
    const enrolled = await enrol({ versionId: other })
    await record(enrolled, { ...lesson('lezione-1'), occurredOn: '2019-12-16' })
    const wrong = await record(enrolled, { ...lesson('lezione-2'), occurredOn: '2019-12-17' })
    await record(enrolled, { ...lesson('lezione-2'), corrects: wrong, isVoid: true })
    await record(enrolled, { ...lesson('lezione-2', 'secondo'), occurredOn: '2019-12-18' })
    await record(enrolled, { moduleSlug: 'secondo', kind: 'recognition', subject: 'lessons', occurredOn: '2018-05-02' })
    expect(await findCompletedLessons({ id: enrolled.enrolmentId, versionId: other })).toEqual(
      new Map([
        ['primo', new Map([['lezione-1', '2019-12-16']])],
        [
          'secondo',
          new Map([
            ['lezione-2', '2019-12-18'],
            ['lezione-1', '2018-05-02'],
          ]),
        ],
      ]),
    )
  })

  test('nothing for an enrolment that is not there', async () => {
    expect(await findCompletedLessons({ id: 'nessuna', versionId })).toEqual(new Map())
  })
})
