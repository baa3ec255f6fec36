import { beforeAll, expect, test } from 'vitest'
import { leaveEnrolment } from '~/features/enrolment/leave-enrolment.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { findPersonRecord } from './person-record.queries.server'

const region = authority('progress.read')
let one: Awaited<ReturnType<typeof enrol>>
let trainer = ''

beforeAll(async () => {
  await loadTerritory()
  const observation = { required: 1, observers: 1, cutPercent: 70 }
  const hours = { navigator: { online: 1, classroom: 2, remote: 0, collaborative: 0, onTheJob: 0 } }
  const { versionId } = await makePlan({ modules: [someModule({ slug: 'primo', hours, observation })] })
  one = await enrol({ versionId, homeEntryId: 'CO.cpi-como' })
  trainer = (await makePerson({ firstName: 'Elena', lastName: 'Forma' })).id
  const by = { enrolmentId: one.enrolmentId, personId: trainer }
  await record(one, { moduleSlug: 'primo', kind: 'lesson', subject: 'lezione-1', occurredOn: '2019-10-01' })
  const wrong = { moduleSlug: 'primo', kind: 'hours' as const, subject: 'classroom', occurredOn: '2019-10-02' }
  const old = await record(by, { ...wrong, minutes: 60 })
  await record(by, { ...wrong, minutes: 90, corrects: old })
  await record(one, { moduleSlug: 'primo', kind: 'assessment', subject: 'tentativo-segreto' })
  await record(by, { moduleSlug: 'primo', kind: 'observation', subject: 'osservazione-segreta' })
  for (const subject of ['assessment', 'observation', 'lessons']) {
    await record(by, { moduleSlug: 'primo', kind: 'recognition', subject, occurredOn: '2019-10-03' })
  }
  // What somebody else did is in their own record.
  const other = await enrol({ versionId, homeEntryId: 'CO.cpi-como' })
  await record(other, { moduleSlug: 'primo', kind: 'lesson', subject: 'lezione-2', occurredOn: '2019-10-04' })
})

test('lessons and hours that stand, with who recorded them; nothing of tests and observations', async () => {
  const found = await findPersonRecord(region, one.enrolmentId)
  expect(
    found?.lines.map(({ kind, subject, minutes, occurredOn, by }) => [kind, subject, minutes, occurredOn, by]),
  ).toEqual([
    ['lesson', 'Lezione 1', null, '2019-10-01', 'Ada Provati'],
    ['hours', 'classroom', 90, '2019-10-02', 'Elena Forma'],
    ['recognition', 'lessons', null, '2019-10-03', 'Elena Forma'],
  ])
  expect(JSON.stringify(found)).not.toMatch(/segret|assessment|observation/)
  expect(found?.modules).toMatchObject([{ slug: 'primo', lessonsDone: 2, minutesDone: 150, completedAt: null }])
})

test('absent, out of reach, or left: not there', async () => {
  const bergamo = authority('progress.read', { scopes: [{ kind: 'province', province: 'BG' }] })
  expect(await findPersonRecord(region, 'assente')).toBeNull()
  expect(await findPersonRecord(bergamo, one.enrolmentId)).toBeNull()
  await leaveEnrolment(authority('enrolment.write'), one.enrolmentId, 'Altro incarico')
  expect(await findPersonRecord(region, one.enrolmentId)).toBeNull()
})
