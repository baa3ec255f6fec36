import { describe, expect, test } from 'vitest'
import { observedModule } from '../../../../tests/setup/observations'
import { someModule } from '../../../../tests/setup/plans'
import { observableModule } from './observable-module'

const module = observedModule({ slug: 'primo' })
const criteria = module.form?.criteria ?? []

describe('what a profile is observed on in a module', () => {
  test.each(['navigator', 'operatore'] as const)(
    'the criteria of a %s, each as it is worded for that profile',
    (profile) => {
      const own = criteria.filter((criterion) => criterion[profile])
      expect(own.length).toBeGreaterThan(0)
      expect(observableModule(module, profile)).toMatchObject({
        slug: 'primo',
        rule: module.observation,
        criteria: own.map((criterion) => ({
          id: criterion.id,
          critical: criterion.critical,
          text: criterion[profile],
        })),
      })
    },
  )

  test.each([
    ['no module', undefined],
    ['hours of the other profile alone', { ...module, hours: { operatore: module.hours.operatore } }],
    ['no form', { ...module, form: undefined }],
    ['no rule, though the module has a form', { ...module, observation: undefined }],
    ['no criterion of the profile', { ...module, form: { ...form(), criteria: [] } }],
    ['neither form nor rule', someModule({ slug: 'altro' })],
  ])('nothing with %s', (_, given) => {
    expect(observableModule(given, 'navigator')).toBeUndefined()
  })
})

function form() {
  if (!module.form) throw new Error('The module has no form')
  return module.form
}
