import { expect, test } from 'vitest'
import { someModule } from '../../../../tests/setup/plans'
import { requirementsOf } from './requirements'

const hours = { online: 1, classroom: 2, remote: 0.5, collaborative: 3, onTheJob: 12 }
const frozen = (traits: Parameters<typeof someModule>[0]) => {
  const { lessons, ...module } = someModule(traits)
  return { ...module, lessons: lessons.map((lesson) => ({ ...lesson, hash: 'h' })) }
}

test('lessons, minutes by mode, and whether somebody must be seen at work', () => {
  const observation = { required: 2, observers: 1, cutPercent: 70 }
  expect(
    requirementsOf(frozen({ slug: 'a', lessonCount: 2, hours: { navigator: hours }, observation }), 'navigator'),
  ).toEqual({
    lessons: [
      { slug: 'lezione-1', minutes: 10 },
      { slug: 'lezione-2', minutes: 10 },
    ],
    minutes: { online: 60, classroom: 120, remote: 30, collaborative: 180, onTheJob: 720 },
    observation: true,
  })
})

test('a module without an observation rule asks for none', () => {
  expect(requirementsOf(frozen({ slug: 'a' }), 'operatore')).toMatchObject({ observation: false })
})

test('a profile that is left out does not take the module', () => {
  expect(requirementsOf(frozen({ slug: 'a', hours: { navigator: hours } }), 'operatore')).toBeUndefined()
})
