import { beforeAll, describe, expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { enrolPerson } from './enrol-person.server'
import type { EnrolmentFilters } from './enrolment-filters.schema'
import { enrolmentQuery, readEnrolmentFilters } from './enrolment-filters.schema'
import {
  countEnrolledPeople,
  countFollowing,
  findEnrolmentsPage,
  pageSize,
  searchLearners,
} from './enrolments.queries.server'
import { leaveEnrolment } from './leave-enrolment.server'

const by = authority('enrolment.write')
const bergamo = authority('enrolment.write', { scopes: [{ kind: 'province', province: 'BG' }] })
const albino = authority('enrolment.write', { scopes: [{ kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }] })

let versionId = ''
async function enrolled(lastName: string, traits: { profile?: string; homeEntryId?: string } = {}) {
  const person = await makePerson({ lastName, profile: 'navigator', roles: [{ role: 'learner' }], ...traits })
  const made = await enrolPerson(by, person.id)
  if (!made.ok) throw new Error(made.message)
  return { personId: person.id, enrolmentId: made.value }
}
const namesOf = (people: { lastName: string }[]) => people.map(({ lastName }) => lastName)
const listed = async (filters: EnrolmentFilters, who = by) =>
  namesOf((await findEnrolmentsPage(who, filters, {})).people)

beforeAll(async () => {
  await loadTerritory()
  await makePlan()
  const returned = await enrolled('Bassi', { homeEntryId: 'BS.cpi-brescia' })
  await leaveEnrolment(by, returned.enrolmentId, 'Pausa')
  versionId = (await makePlan()).versionId
  await enrolPerson(by, returned.personId)
  await enrolled('Alberti', { homeEntryId: 'BG.cpi-albino' })
  await enrolled('Carli', { homeEntryId: 'BG.cpi-lovere', profile: 'operatore' })
  const gone = await enrolled('Denti', { homeEntryId: 'BG.cpi-albino' })
  await leaveEnrolment(by, gone.enrolmentId, 'Cambio di incarico')
  const done = await enrolled('Elmi', { homeEntryId: 'BG.cpi-albino' })
  await transact((tx) => tx.enrolment.update({ where: { id: done.enrolmentId }, data: { completedAt: new Date() } }))
  await makePerson({
    lastName: 'Forti',
    profile: 'navigator',
    homeEntryId: 'BG.cpi-albino',
    roles: [{ role: 'learner' }],
  })
})

describe('the list', () => {
  test.each<[EnrolmentFilters, string[]]>([
    [{}, ['Alberti', 'Bassi', 'Carli', 'Denti', 'Elmi']],
    [{ provincia: 'BG' }, ['Alberti', 'Carli', 'Denti', 'Elmi']],
    [{ sede: 'BG.cpi-albino' }, ['Alberti', 'Denti', 'Elmi']],
    [{ profilo: 'operatore' }, ['Carli']],
    [{ stato: 'in-corso' }, ['Alberti', 'Bassi', 'Carli']],
    [{ stato: 'completate' }, ['Elmi']],
    [{ stato: 'lasciate' }, ['Bassi', 'Denti']],
    [{ stato: 'lasciate', provincia: 'BG' }, ['Denti']],
  ])('%o', async (filters, names) => {
    expect(await listed(filters)).toEqual(names)
    expect(await countEnrolledPeople(by, filters)).toBe(names.length)
  })

  test('shows the enrolment that is followed now, or the one that the filter asks for', async () => {
    const shown = async (filters: EnrolmentFilters) =>
      (await findEnrolmentsPage(by, filters, {})).people.find(({ lastName }) => lastName === 'Bassi')?.enrolments
    expect(await shown({})).toMatchObject([{ leftAt: null }])
    expect(await shown({ stato: 'lasciate' })).toMatchObject([{ leftAt: by.now }])
  })

  test('only within reach', async () => {
    expect(await listed({}, bergamo)).toEqual(['Alberti', 'Carli', 'Denti', 'Elmi'])
    expect(await listed({}, albino)).toEqual(['Alberti', 'Denti', 'Elmi'])
    expect(await listed({ provincia: 'BS' }, bergamo)).toEqual([])
    expect([await countFollowing(by), await countFollowing(bergamo), await countFollowing(albino)]).toEqual([4, 3, 2])
  })
})

test('the id of somebody out of reach tells nothing of where they stand: the list begins anew', async () => {
  const { id } = await database.person.findFirstOrThrow({ where: { lastName: 'Bassi' }, select: { id: true } })
  const page = await findEnrolmentsPage(bergamo, {}, { after: id })
  expect(namesOf(page.people)).toEqual(['Alberti', 'Carli', 'Denti', 'Elmi'])
})

describe('the search', () => {
  const found = async (typed: string, who = by) => namesOf((await searchLearners(who, typed)).people)

  test('by the beginning of surname, name and e-mail: learners, enrolled or not', async () => {
    await makePerson({ lastName: 'Forte', roles: [{ role: 'trainer' }] })
    expect(await found('fort')).toEqual(['Forti'])
    expect(await found('ALB')).toEqual(['Alberti'])
    expect(await found('ada c')).toEqual(['Carli'])
    const person = await makePerson({
      lastName: 'Grandi',
      email: 'cercata@rotta.example',
      profile: 'navigator',
      roles: [{ role: 'learner' }],
    })
    expect(await searchLearners(by, 'cercata@')).toMatchObject({
      people: [{ id: person.id, enrolments: [] }],
      more: false,
    })
  })

  test('who was enrolled once is found also without the role; who is deactivated and never was is not', async () => {
    const { personId } = await enrol({ versionId })
    await transact((tx) =>
      tx.person.update({ where: { id: personId }, data: { surnameKey: 'hoffer ada', lastName: 'Hoffer' } }),
    )
    await transact((tx) => tx.roleAssignment.updateMany({ where: { personId }, data: { endsOn: '2019-02-01' } }))
    await makePerson({ lastName: 'Hoffman', roles: [{ role: 'learner' }], deactivatedAt: new Date() })
    expect(await found('hof')).toEqual(['Hoffer'])
  })

  test('only within reach, and nothing for nothing', async () => {
    expect(await found('bassi', bergamo)).toEqual([])
    expect(await found('bassi')).toEqual(['Bassi'])
    expect(await found(' ')).toEqual([])
  })
})

test('pages lead on and back, everybody once', async () => {
  const many = pageSize + 7
  for (let n = 0; n < many; n++) {
    await enrolled(`Pagina ${String(n).padStart(3, '0')}`, { homeEntryId: 'MI.cpi-milano' })
  }
  const filters = { provincia: 'MI' }
  const first = await findEnrolmentsPage(by, filters, {})
  const second = await findEnrolmentsPage(by, filters, { after: first.next ?? '' })
  expect([first.previous, second.next]).toEqual([null, null])
  expect([first.people.length, second.people.length]).toEqual([pageSize, 7])
  const again = await findEnrolmentsPage(by, filters, { before: second.previous ?? '' })
  expect(again.people).toEqual(first.people)
  expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(many)
})

test('filters read what they write, and nothing else', () => {
  const filters = { provincia: 'BG', sede: 'BG.cpi-albino', profilo: 'navigator', stato: 'lasciate' } as const
  expect(readEnrolmentFilters(new URLSearchParams(enrolmentQuery(filters)))).toEqual(filters)
  expect(readEnrolmentFilters(new URLSearchParams('provincia=xx&sede=1&profilo=altro&stato=&cerca=rossi'))).toEqual({})
})
