import { beforeAll, expect, test } from 'vitest'
import { leaveEnrolment } from '~/features/enrolment/leave-enrolment.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { foldText } from '~/lib/fold-text'
import { transact } from '~/platform/database/client.server'
import { byHand } from '../../../tests/setup/by-hand'
import { enrol } from '../../../tests/setup/enrolments'
import { authority } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { findNamedList } from './named-list.server'
import { eachNamedPerson } from './named-people.queries.server'

const region = authority('progress.read')
const filters = { profilo: 'navigator' as const }
/** More than a page holds, with namesakes and accents, enrolled in no order. */
const surnames = ['Zuccà', 'Abate', 'D’Àngelo', 'Moretti', 'moretti', 'Èrbetta', 'Ünal']
const people = 61
let returned: { personId: string; active: string }

beforeAll(async () => {
  await loadTerritory()
  const first = await makePlan({ modules: [someModule({ slug: 'primo' })] })
  const enrolled = []
  for (let index = 0; index < people; index += 1) {
    const one = await enrol({ versionId: first.versionId, homeEntryId: index % 3 ? 'CO.cpi-como' : 'LO.cpi-lodi' })
    const lastName = surnames[(index * 5) % surnames.length] ?? ''
    const named = { lastName, surnameKey: foldText(`${lastName} Ada`) }
    await transact((tx) => tx.person.update({ where: { id: one.personId }, data: named }))
    enrolled.push(one)
  }
  // Somebody who has left one version and follows another.
  const [mover] = enrolled
  if (!mover) throw new Error('Nobody')
  await leaveEnrolment(authority('enrolment.write'), mover.enrolmentId, 'Passa al piano nuovo')
  const second = await makePlan({ modules: [someModule({ slug: 'secondo' })] })
  const active = await followAlso(mover.personId, second.versionId)
  returned = { personId: mover.personId, active }
}, 90_000)

/** A second enrolment, as an import of people who change version leaves it. */
async function followAlso(personId: string, versionId: string) {
  const id = `secondo-${personId}`
  const enrolledAt = new Date()
  await transact((tx) =>
    tx.enrolment.create({ data: { id, personId, versionId, profile: 'navigator', enrolledAt, activeKey: personId } }),
  )
  return id
}

/** Who follows the plan, by surname: the long way. */
function everybody() {
  return byHand(
    (file) =>
      file
        .prepare(
          `SELECT e.id, p.id AS personId FROM Enrolment e JOIN Person p ON p.id = e.personId
           WHERE e.leftAt IS NULL ORDER BY p.surnameKey, p.id`,
        )
        .all() as { id: string; personId: string }[],
  )
}

test('pages follow one another by surname, forth and back, each person once', async () => {
  const wanted = everybody().map(({ id }) => id)
  const first = await findNamedList(region, filters, {})
  const second = await findNamedList(region, filters, { after: first?.next ?? '' })
  const shown = [first, second].flatMap((page) => page?.rows.map(({ enrolmentId }) => enrolmentId) ?? [])
  expect(shown).toEqual(wanted)
  expect([first?.rows.length, first?.total, first?.previous, second?.next]).toEqual([50, people, null, null])
  const back = await findNamedList(region, filters, { before: second?.previous ?? '' })
  expect(back?.rows).toEqual(first?.rows)
})

test('a download brings everybody once, by surname, whatever its portions', async () => {
  const wanted = everybody().map(({ personId }) => personId)
  for (const portion of [1, 7, people, people + 1]) {
    const portions: string[][] = []
    for await (const some of eachNamedPerson(region, filters, undefined, portion))
      portions.push(some.map(({ id }) => id))
    expect(portions.flat()).toEqual(wanted)
    expect(portions.every(({ length }) => length > 0 && length <= portion)).toBe(true)
  }
})

test('of somebody with two enrolments, the one that they follow', async () => {
  const list = await findNamedList(region, filters, {})
  const second = await findNamedList(region, filters, { after: list?.next ?? '' })
  const ids = [...(list?.rows ?? []), ...(second?.rows ?? [])].map(({ enrolmentId }) => enrolmentId)
  expect(ids).toContain(returned.active)
  expect(ids.filter((id) => everybody().some((one) => one.id === id))).toHaveLength(people)
})
