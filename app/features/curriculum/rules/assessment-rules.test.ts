import { describe, expect, test } from 'vitest'
import { refuseAssessment, refuseObservation } from './assessment-rules'
import type { AssessmentRule } from './module-content'

const rule: AssessmentRule = { blueprint: [{ objective: 'O1', count: 2 }], cut: 2, attempts: 3, waitHours: [1, 24] }
const questions = Array.from({ length: 6 }, () => ({ objective: 'O1', level: 'apply' as const }))

describe('refuseAssessment', () => {
  test('nothing against a sound rule', () => {
    expect(refuseAssessment(rule, questions)).toEqual([])
    expect(refuseAssessment({ ...rule, waitHours: [0] }, questions)).toEqual([])
    expect(refuseAssessment({ ...rule, attempts: 1, waitHours: [] }, questions)).toEqual([])
  })

  test.each<[Partial<AssessmentRule>, string, string]>([
    [{ cut: 3 }, 'assessment.cut', 'le risposte giuste che servono sono 3, le domande 2'],
    [
      {
        blueprint: [
          { objective: 'O1', count: 1 },
          { objective: 'O1', level: 'remember', count: 1 },
        ],
      },
      'assessment.blueprint.1',
      'il test estrae 1 domanda su O1 (remember), ma ne restano 0',
    ],
    [
      { blueprint: [{ objective: 'O1', count: 3 }] },
      'assessment.blueprint',
      'le domande sono 6: per un test di 3 ne servono almeno 9',
    ],
    [{ waitHours: [] }, 'assessment.waitHours', 'scrivi quante ore si aspetta dopo un tentativo non superato, anche 0'],
    [{ waitHours: [1, 2, 3] }, 'assessment.waitHours', 'dopo 3 tentativi le attese sono al massimo 2'],
  ])('%o', (change, path, reason) => {
    const found = refuseAssessment({ ...rule, ...change }, questions)
    expect(found.map((one) => [one.path.join('.'), one.reason])).toEqual([[path, reason]])
  })
})

describe('refuseObservation', () => {
  const observation = { required: 2, observers: 1, cutPercent: 70 }
  test.each([
    [undefined, false, []],
    [observation, true, []],
    [observation, false, ['il modulo chiede osservazioni, ma non ha la scheda (form.yaml)']],
    [undefined, true, ['c’è una scheda (form.yaml), ma il modulo non chiede osservazioni']],
    [{ ...observation, observers: 3 }, true, ['le persone che osservano sono più delle osservazioni richieste']],
  ])('%o, with a form: %s', (one, hasForm, expected) => {
    expect(refuseObservation(one, hasForm).map(({ reason }) => reason)).toEqual(expected)
  })
})
