import { describe, expect, test } from 'vitest'
import { someModule } from '../../../../tests/setup/plans'
import {
  addModule,
  changeSettings,
  composedModules,
  composeModule,
  defaultComposition,
  moveModule,
  removeModule,
} from './composition'
import type { Composition } from './plan-document'

const sizing = { classSize: 20, entries: [] }
const observation = { required: 2, observers: 1, cutPercent: 70 }
const modules = ['primo', 'secondo', 'terzo'].map((slug) => someModule({ slug }))
const composed = (...slugs: string[]): Composition => ({
  title: 'Piano',
  modules: slugs.map((slug) => composeModule(someModule({ slug }))),
  sizing,
})
const slugsOf = (composition: Composition) => composition.modules.map(({ slug }) => slug)

describe('a first draft', () => {
  test('has the modules of the outline, in its order, with their own settings and nothing else of them', () => {
    const outline = { title: 'Piano', modules: ['terzo', 'primo'], classSize: 20, totals: {}, covers: [] }
    const draft = defaultComposition(outline, modules, sizing)
    expect(draft.title).toBe('Piano')
    expect(slugsOf(draft)).toEqual(['terzo', 'primo'])
    expect(Object.keys(draft.modules[0] ?? {})).toEqual(['slug', 'hours', 'prerequisites', 'assessment'])
  })

  test('leaves out what the content does not have', () => {
    const outline = { title: 'Piano', modules: ['altro', 'primo'], classSize: 20, totals: {}, covers: [] }
    expect(slugsOf(defaultComposition(outline, modules, sizing))).toEqual(['primo'])
  })
})

describe('modules of a composition', () => {
  test.each([
    ['a new one comes last', addModule(composed('a', 'b'), composeModule(someModule({ slug: 'c' }))), ['a', 'b', 'c']],
    [
      'one that is there is not added twice',
      addModule(composed('a', 'b'), composeModule(someModule({ slug: 'a' }))),
      ['a', 'b'],
    ],
    ['one is taken away', removeModule(composed('a', 'b', 'c'), 'b'), ['a', 'c']],
    ['one moves up', moveModule(composed('a', 'b', 'c'), 'c', 'up'), ['a', 'c', 'b']],
    ['one moves down', moveModule(composed('a', 'b', 'c'), 'a', 'down'), ['b', 'a', 'c']],
    ['the first cannot move up', moveModule(composed('a', 'b'), 'a', 'up'), ['a', 'b']],
    ['the last cannot move down', moveModule(composed('a', 'b'), 'b', 'down'), ['a', 'b']],
    ['what is not there does not move', moveModule(composed('a', 'b'), 'x', 'down'), ['a', 'b']],
  ])('%s', (_, composition, slugs) => {
    expect(slugsOf(composition)).toEqual(slugs)
  })

  test('prerequisites stay as they are when the module they name goes', () => {
    const composition = changeSettings(composed('a', 'b'), 'b', { ...someModule({ slug: 'b' }), prerequisites: ['a'] })
    expect(removeModule(composition, 'a').modules[0]?.prerequisites).toEqual(['a'])
  })

  test('new settings are those of one module alone, and no text comes with them', () => {
    const changed = changeSettings(composed('a', 'b'), 'b', { ...someModule({ slug: 'x' }), observation })
    expect(changed.modules[0]).toEqual(composed('a').modules[0])
    expect(changed.modules[1]).toMatchObject({ slug: 'b', observation })
    expect(changed.modules[1]).not.toHaveProperty('lessons')
  })
})

describe('a composition with the texts of the content', () => {
  test('has its own order and settings, absent ones included', () => {
    const content = modules.map((module) => ({ ...module, observation }))
    const whole = composedModules({ modules: composed('secondo', 'primo').modules }, content)
    expect(whole.map(({ slug }) => slug)).toEqual(['secondo', 'primo'])
    expect(whole[0]?.observation).toBeUndefined()
    expect(whole[0]?.lessons).toEqual(modules[1]?.lessons)
  })

  test('leaves out what the content does not have', () => {
    expect(composedModules(composed('altro', 'primo'), modules).map(({ slug }) => slug)).toEqual(['primo'])
  })
})

test('the reason of a cut stays with that cut, in a test of that length', () => {
  const module = { ...someModule({ slug: 'a' }), cutReason: 'Un errore su quattro.' }
  const { assessment } = module
  const reasonOf = (rule: Partial<typeof assessment>) =>
    composedModules({ modules: [composeModule({ ...module, assessment: { ...assessment, ...rule } })] }, [module])[0]
      ?.cutReason
  expect(reasonOf({ attempts: 1 })).toBe('Un errore su quattro.')
  expect(reasonOf({ cut: 4 })).toBeUndefined()
  expect(reasonOf({ blueprint: assessment.blueprint.slice(1) })).toBeUndefined()
})
