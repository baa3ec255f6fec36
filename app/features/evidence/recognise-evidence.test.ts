import { beforeAll, describe, expect, test } from 'vitest'
import { leaveEnrolment } from '~/features/enrolment/leave-enrolment.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { authority } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { correctEvidence } from './correct-evidence.server'
import { findModuleProgress } from './progress.queries.server'
import { recogniseEvidence } from './recognise-evidence.server'

const by = authority('evidence.recognise', { actorId: 'gestore' })
const bergamo = authority('evidence.recognise', { scopes: [{ kind: 'province', province: 'BG' }] })
let versionId = ''
beforeAll(async () => {
  await loadTerritory()
  const hours = { navigator: { online: 1, classroom: 2, remote: 0, collaborative: 0, onTheJob: 0 } }
  versionId = (await makePlan({ modules: [someModule({ slug: 'primo', hours })] })).versionId
})

const why = { occurredOn: '2018-05-02', reason: 'Corso regionale del 2018', document: 'Prot. 1234/2018' }
const of = (enrolmentId: string) => ({ enrolmentId, moduleSlug: 'primo', ...why })
const progressOf = async (enrolmentId: string) => (await findModuleProgress(enrolmentId))[0]
const lastAudit = () => database.auditEntry.findFirst({ orderBy: { seq: 'desc' } })

describe('recogniseEvidence', () => {
  test('counts like evidence, and keeps reason and document out of the log', async () => {
    const { enrolmentId, personId } = await enrol({ versionId })
    const hours = await recogniseEvidence(by, { ...of(enrolmentId), subject: 'classroom', minutes: 120 })
    expect(await recogniseEvidence(by, { ...of(enrolmentId), subject: 'lessons' })).toMatchObject({ ok: true })
    expect(await recogniseEvidence(by, { ...of(enrolmentId), subject: 'assessment' })).toMatchObject({ ok: true })
    expect(await progressOf(enrolmentId)).toMatchObject({
      minutesDone: 180,
      assessmentPassed: true,
      completedAt: by.now,
    })
    const row = await database.evidence.findUnique({ where: { id: hours.ok ? hours.value : '' } })
    expect(row).toMatchObject({ kind: 'recognition', recordedById: 'gestore', occurredOn: '2018-05-02' })
    expect(JSON.parse(row?.payload ?? '')).toEqual({ reason: why.reason, document: why.document })
    const audit = await lastAudit()
    expect(audit).toMatchObject({ action: 'evidence.recognise', objectId: personId, actorId: 'gestore' })
    expect(audit?.payload).not.toMatch(/2018|primo|assessment/)
  })

  test.each([
    ['already-recognised', { subject: 'lessons' }],
    ['minutes', { subject: 'classroom', minutes: 61 }],
    ['minutes', { subject: 'classroom' }],
    ['unknown-subject', { subject: 'observation' }],
    ['not-taken', { subject: 'lessons', moduleSlug: 'secondo' }],
    ['future', { subject: 'assessment', occurredOn: '2999-01-01' }],
  ] as const)('refuses %s', async (reason, wrong) => {
    const { enrolmentId } = await enrol({ versionId })
    await recogniseEvidence(by, { ...of(enrolmentId), subject: 'lessons' })
    await recogniseEvidence(by, { ...of(enrolmentId), subject: 'classroom', minutes: 60 })
    expect(await recogniseEvidence(by, { ...of(enrolmentId), ...wrong })).toMatchObject({ ok: false, reason })
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(2)
  })

  test('the same form sent twice at once recognises once', async () => {
    const { enrolmentId } = await enrol({ versionId })
    const send = () => recogniseEvidence(by, { ...of(enrolmentId), subject: 'classroom', minutes: 120 })
    const answers = await Promise.all([send(), send()])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect((await progressOf(enrolmentId))?.minutesByMode.classroom).toBe(120)
  })

  test('not for who has left, nor out of scope, nor for an enrolment that is not there', async () => {
    const { enrolmentId } = await enrol({ versionId, homeEntryId: 'BS.cpi-brescia' })
    const absent = { ok: false, reason: 'absent' }
    expect(await recogniseEvidence(bergamo, { ...of(enrolmentId), subject: 'lessons' })).toMatchObject(absent)
    expect(await recogniseEvidence(by, { ...of('altrove'), subject: 'lessons' })).toMatchObject(absent)
    await leaveEnrolment(authority('enrolment.write'), enrolmentId, 'Cambio di incarico')
    expect(await recogniseEvidence(by, { ...of(enrolmentId), subject: 'lessons' })).toMatchObject({ reason: 'left' })
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(0)
  })
})

test('nobody recognises or corrects what they did themselves', async () => {
  const { enrolmentId, personId } = await enrol({ versionId })
  const made = await recogniseEvidence(by, { ...of(enrolmentId), subject: 'classroom', minutes: 60 })
  const self = authority('evidence.recognise', { actorId: personId })
  expect(await recogniseEvidence(self, { ...of(enrolmentId), subject: 'lessons' })).toMatchObject({ reason: 'own' })
  const correction = { enrolmentId, evidenceId: made.ok ? made.value : '', minutes: 90, reason: 'Ore in più' }
  expect(await correctEvidence(self, correction)).toMatchObject({ reason: 'own' })
  expect(await database.evidence.count({ where: { enrolmentId } })).toBe(1)
})

describe('correctEvidence', () => {
  async function recognised(minutes: number, homeEntryId?: string) {
    const enrolled = await enrol({ versionId, homeEntryId })
    const { enrolmentId } = enrolled
    const made = await recogniseEvidence(by, { ...of(enrolmentId), subject: 'classroom', minutes })
    return { ...enrolled, evidenceId: made.ok ? made.value : '' }
  }
  const reason = 'Ore contate due volte'

  test('other minutes take the place of the old; the old row and its document stay', async () => {
    const { enrolmentId, evidenceId } = await recognised(120)
    const corrected = await correctEvidence(by, { enrolmentId, evidenceId, minutes: 90, reason })
    const row = await database.evidence.findUnique({ where: { id: corrected.ok ? corrected.value : '' } })
    expect(row).toMatchObject({ corrects: evidenceId, minutes: 90, isVoid: false, occurredOn: '2018-05-02' })
    expect(JSON.parse(row?.payload ?? '')).toEqual({ reason, document: why.document })
    expect((await progressOf(enrolmentId))?.minutesByMode.classroom).toBe(90)
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(2)
    expect(await lastAudit()).toMatchObject({ action: 'evidence.correct' })
  })

  test('without minutes it counts no more', async () => {
    const { enrolmentId, evidenceId } = await recognised(120)
    expect(await correctEvidence(by, { enrolmentId, evidenceId, reason })).toMatchObject({ ok: true })
    expect((await progressOf(enrolmentId))?.minutesByMode.classroom).toBe(0)
  })

  test('once: who comes second is told', async () => {
    const { enrolmentId, evidenceId } = await recognised(120)
    const send = (minutes: number) => correctEvidence(by, { enrolmentId, evidenceId, minutes, reason })
    const answers = await Promise.all([send(10), send(20)])
    expect(answers).toMatchObject([{ ok: true }, { ok: false, reason: 'not-standing' }])
  })

  test('not beyond what the module asks, not in another’s enrolment, not out of scope, not of another kind', async () => {
    const { enrolmentId, evidenceId } = await recognised(60, 'BS.cpi-brescia')
    const other = await enrol({ versionId })
    const lesson = await record(other, { moduleSlug: 'primo', kind: 'lesson', subject: 'lezione-1' })
    const correction = { enrolmentId, evidenceId, minutes: 90, reason }
    const absent = { reason: 'absent' }
    expect(await correctEvidence(by, { ...correction, minutes: 121 })).toMatchObject({ reason: 'minutes' })
    expect(await correctEvidence(bergamo, correction)).toMatchObject(absent)
    expect(await correctEvidence(by, { ...correction, enrolmentId: other.enrolmentId })).toMatchObject(absent)
    expect(await correctEvidence(by, { enrolmentId: other.enrolmentId, evidenceId: lesson, reason })).toMatchObject(
      absent,
    )
    expect((await progressOf(enrolmentId))?.minutesByMode.classroom).toBe(60)
  })
})
