import { describe, expect, test } from 'vitest'
import { refuseForm } from './form-rules'

const criterion = (index: number) => ({
  id: `C${index + 1}`,
  critical: index < 2,
  observes: ['F3.1'],
  operatore: 'Verifica',
  navigator: 'Affianca',
})
const criteria = (count: number) => Array.from({ length: count }, (_, index) => criterion(index))
const trained = new Set(['F3.1'])
const reasons = (list: ReturnType<typeof criteria>, profiles: ('navigator' | 'operatore')[] = ['navigator']) =>
  refuseForm({ criteria: list }, trained, profiles).map(({ path, reason }) => `${path.join('.')}: ${reason}`)

describe('refuseForm', () => {
  test.each([6, 12])('%i criteria, two of them critical, are fine', (count) => {
    expect(reasons(criteria(count))).toEqual([])
  })

  test.each([0, 5, 13])('%i criteria are not', (count) => {
    expect(reasons(criteria(count))).toContain(`criteria: i criteri sono ${count}: ce ne vogliono da 6 a 12`)
  })

  test.each([0, 1, 5])('%i critical ones are not', (count) => {
    const list = criteria(6).map((one, index) => ({ ...one, critical: index < count }))
    expect(reasons(list)).toEqual([`criteria: i criteri critici sono ${count}: ce ne vogliono da 2 a 4`])
  })

  test('a criterion is for a profile, and every profile has some', () => {
    const forNobody = criteria(6).map((one, index) =>
      index === 2 ? { ...one, operatore: undefined, navigator: undefined } : one,
    )
    expect(refuseForm({ criteria: forNobody }, trained, [])).toEqual([
      { path: ['criteria', 2], reason: 'il criterio non vale per nessun profilo: scrivi «navigator» o «operatore»' },
    ])
    const forOperators = criteria(6).map((one) => ({ ...one, navigator: undefined }))
    expect(refuseForm({ criteria: forOperators }, trained, ['navigator', 'operatore'])).toEqual([
      { path: ['criteria'], reason: 'nessun criterio vale per il profilo «navigator», che segue il modulo' },
    ])
  })

  test('what is observed is what the module trains', () => {
    const list = criteria(6).map((one, index) => (index === 1 ? { ...one, observes: ['F3.1', 'F9.9'] } : one))
    expect(reasons(list)).toEqual([
      'criteria.1.observes.1: «F9.9» non è fra ciò che il modulo forma («trains» di module.yaml)',
    ])
  })
})
