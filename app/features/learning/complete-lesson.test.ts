import { beforeAll, describe, expect, test } from 'vitest'
import { leaveEnrolment } from '~/features/enrolment/leave-enrolment.server'
import { findCompletedLessons, findModuleProgress } from '~/features/evidence/progress.queries.server'
import { database } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { completeLesson } from './complete-lesson.server'

const hours = { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
let versionId = ''

beforeAll(async () => {
  const operators = someModule({ slug: 'operatori', hours: { operatore: hours } })
  versionId = (await makePlan({ modules: [someModule({ slug: 'primo' }), operators] })).versionId
})

const first = { module: 'primo', lesson: 'lezione-1' }
const rowsOf = (enrolmentId: string) =>
  database.evidence.findMany({
    where: { enrolmentId },
    select: { kind: true, moduleSlug: true, subject: true, recordedById: true },
  })

describe('completing a lesson', () => {
  test('records it for the learner, and names the lesson that comes after it', async () => {
    const { enrolmentId, personId, authority: by } = await enrol({ versionId })
    expect(await completeLesson(by, first)).toEqual({ ok: true, value: { nextLesson: 'lezione-2' } })
    expect(await rowsOf(enrolmentId)).toEqual([
      { kind: 'lesson', moduleSlug: 'primo', subject: 'lezione-1', recordedById: personId },
    ])
    expect((await findModuleProgress(enrolmentId))[0]).toMatchObject({ lessonsDone: 1, lessonsRequired: 2 })
    expect(await findCompletedLessons({ id: enrolmentId, versionId })).toEqual(
      new Map([['primo', new Map([['lezione-1', by.today]])]]),
    )
  })

  test('after the last one there is none', async () => {
    const { authority: by } = await enrol({ versionId })
    const last = await completeLesson(by, { module: 'primo', lesson: 'lezione-2' })
    expect(last).toEqual({ ok: true, value: { nextLesson: null } })
  })

  test('twice, or twice at once, leaves one record', async () => {
    const { enrolmentId, authority: by } = await enrol({ versionId })
    const answers = await Promise.all(Array.from({ length: 5 }, () => completeLesson(by, first)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await completeLesson(by, first)).toMatchObject({ ok: true })
    expect(await rowsOf(enrolmentId)).toHaveLength(1)
  })

  test.each([
    ['a module that is not there', { module: 'terzo', lesson: 'lezione-1' }],
    ['a lesson that is not there', { module: 'primo', lesson: 'lezione-9' }],
    ['a module of the other profile', { module: 'operatori', lesson: 'lezione-1' }],
  ])('refuses %s, and records nothing', async (_, wanted) => {
    const { enrolmentId, authority: by } = await enrol({ versionId })
    expect(await completeLesson(by, wanted)).toMatchObject({ ok: false, reason: 'absent' })
    expect(await rowsOf(enrolmentId)).toEqual([])
  })

  test('refuses whoever follows no plan: never enrolled, or left', async () => {
    const stranger = await makePerson({ profile: 'navigator', roles: [{ role: 'learner' }] })
    const by = authority('learning.follow', { actorId: stranger.id })
    expect(await completeLesson(by, first)).toMatchObject({ ok: false, reason: 'not-enrolled' })
    const gone = await enrol({ versionId })
    await leaveEnrolment(authority('enrolment.write'), gone.enrolmentId, 'Cambia lavoro')
    expect(await completeLesson(gone.authority, first)).toMatchObject({ ok: false, reason: 'not-enrolled' })
    expect(await rowsOf(gone.enrolmentId)).toEqual([])
  })
})
