import { describe, expect, test } from 'vitest'
import type { BlueprintCell } from '~/features/curriculum/rules/module-content'
import { finalTest, someModule } from '../../../../tests/setup/plans'
import { findInModule, findPrerequisites } from './missing-in-module'

const first = someModule({ slug: 'primo' })
const second = someModule({ slug: 'secondo' })
const modules = [first, second]
const final = finalTest(modules)

function missing(composed = [...modules, final]) {
  return [...composed.flatMap((module) => findInModule(module, composed)), ...findPrerequisites(composed)]
    .filter(({ where }) => where.kind === 'module' && where.slug === final.slug)
    .map(({ severity, sentence }) => `${severity} ${sentence}`)
}

const asking = (cell: BlueprintCell) => [
  ...modules,
  { ...final, assessment: { ...final.assessment, blueprint: [cell], cut: 1 } },
]

describe('the final test', () => {
  test('lacks nothing without hours, lessons and questions of its own', () => {
    expect(missing()).toEqual([])
  })

  test('draws from the bank of each module no more than it has', () => {
    expect(missing(asking({ objective: 'secondo', level: 'apply', count: 12 }))).toEqual([])
    expect(missing(asking({ objective: 'secondo', level: 'apply', count: 13 }))).toEqual([
      'blocking Test finale: il test chiede 13 domande su «Modulo secondo» (applicare), ma la banca ne dà 12.',
    ])
  })

  test('asks for modules that are in the plan, and before it', () => {
    expect(missing([first, final, second])).toEqual([
      'blocking Test finale: chiede prima «secondo», che nel piano viene dopo.',
    ])
    expect(missing([first, final])).toEqual([
      'blocking Test finale: il test chiede 1 domanda su «Modulo secondo», ma la banca ne dà 0.',
      'blocking Test finale: chiede prima il modulo «secondo», che non è nel piano.',
    ])
  })

  test('opens also for a profile that does not take a module, but says so', () => {
    const { navigator } = second.hours
    expect(missing([first, { ...second, hours: { ...(navigator && { navigator }) } }, final])).toEqual([
      'warning Test finale: chiede prima «secondo», che non è previsto per operatori CPI.',
    ])
  })
})
