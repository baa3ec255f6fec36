import { expect, test } from 'vitest'
import { someModule } from '../../../../tests/setup/plans'
import { learnerModules } from './learner-module'

const frozen = (traits: Parameters<typeof someModule>[0]) => {
  const { lessons, questions, ...module } = someModule(traits)
  return {
    ...module,
    lessons: lessons.map((lesson) => ({ ...lesson, hash: lesson.slug })),
    questions: questions.map((question) => ({ ...question, hash: question.id })),
  }
}
const hours = (classroom: number) => ({ online: 1, classroom, remote: 0, collaborative: 0, onTheJob: 0 })
const nothing = { progress: [], completedLessons: new Map(), tests: new Map(), observations: [] }

test('a profile takes the modules that have hours for it, counted from one', () => {
  const modules = [
    frozen({ slug: 'a', hours: { operatore: hours(2) } }),
    frozen({ slug: 'b' }),
    frozen({ slug: 'c', hours: { navigator: hours(2) } }),
  ]
  const taken = learnerModules(modules, 'navigator', nothing)
  expect(taken.map(({ number, slug }) => [number, slug])).toEqual([
    [1, 'b'],
    [2, 'c'],
  ])
})

test('without evidence nothing is done', () => {
  const [module] = learnerModules([frozen({ slug: 'a' })], 'navigator', nothing)
  expect(module).toMatchObject({
    test: { kind: 'lessons-first' },
    lessons: [{ number: 1, readOn: undefined }, { number: 2 }],
    minutesRequired: { online: 60 },
    minutesDone: { online: 0 },
    observation: undefined,
    observationMet: false,
    completedAt: null,
  })
})

test('minutes beyond what a mode asks do not count', () => {
  const minutesByMode = { online: 60, classroom: 500, remote: 30, collaborative: 0, onTheJob: 0 }
  const [module] = learnerModules([frozen({ slug: 'a', hours: { navigator: hours(2) } })], 'navigator', {
    ...nothing,
    progress: [{ moduleSlug: 'a', minutesByMode, observationMet: false, completedAt: null }],
    completedLessons: new Map([['a', new Map([['lezione-1', '2019-12-16']])]]),
  })
  expect(module?.minutesDone).toEqual({ online: 60, classroom: 120, remote: 0, collaborative: 0, onTheJob: 0 })
  expect(module?.lessons.map(({ readOn }) => readOn)).toEqual(['2019-12-16', undefined])
})

test('an observation rule that asks for none is none', () => {
  const observation = { required: 0, observers: 1, cutPercent: 70 }
  const [module] = learnerModules([frozen({ slug: 'a', observation })], 'navigator', nothing)
  expect(module?.observation).toBeUndefined()
})
