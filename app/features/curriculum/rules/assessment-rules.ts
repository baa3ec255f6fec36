import type { Finding } from '~/lib/finding'
import { countOf } from '~/lib/numbers'
import { testLength, unfillableCells } from './blueprint'
import type { AssessmentRule, ObservationRule, Question } from './module-content'

/** A bank holds at least so many questions for each that a test draws. */
const questionsPerDrawn = 3

/**
 * Why the test of a module cannot be given: a cell of the blueprint that its questions cannot fill, a cut above the
 * test's length, waits that do not follow the attempts, a bank less than three times the test.
 * Paths are those of module.yaml.
 */
export function refuseAssessment(
  rule: AssessmentRule,
  questions: readonly Pick<Question, 'objective' | 'level'>[],
): Finding[] {
  const { blueprint, cut, attempts, waitHours } = rule
  const length = testLength(blueprint)
  const at = (...path: (string | number)[]) => ['assessment', ...path]
  const mostWaits = Math.max(0, attempts - 1)
  return [
    ...unfillableCells(blueprint, questions).map(({ index, objective, level, count, available }) => ({
      path: at('blueprint', index),
      reason: `il test estrae ${countOf(count, 'domanda', 'domande')} su ${objective}${level ? ` (${level})` : ''}, ma ne restano ${available}`,
    })),
    ...(cut <= length
      ? []
      : [{ path: at('cut'), reason: `le risposte giuste che servono sono ${cut}, le domande ${length}` }]),
    ...(questions.length >= length * questionsPerDrawn
      ? []
      : [
          {
            path: at('blueprint'),
            reason: `le domande sono ${questions.length}: per un test di ${length} ne servono almeno ${length * questionsPerDrawn}`,
          },
        ]),
    ...(mostWaits === 0 || waitHours.length > 0
      ? []
      : [{ path: at('waitHours'), reason: 'scrivi quante ore si aspetta dopo un tentativo non superato, anche 0' }]),
    ...(waitHours.length <= mostWaits
      ? []
      : [{ path: at('waitHours'), reason: `dopo ${attempts} tentativi le attese sono al massimo ${mostWaits}` }]),
  ]
}

/** Why the observation of a module cannot be asked: a rule without a form, a form without a rule, too many observers. */
export function refuseObservation(rule: ObservationRule | undefined, hasForm: boolean): Finding[] {
  if (!rule) {
    return hasForm ? [{ path: [], reason: 'c’è una scheda (form.yaml), ma il modulo non chiede osservazioni' }] : []
  }
  return [
    ...(hasForm
      ? []
      : [{ path: ['observation'], reason: 'il modulo chiede osservazioni, ma non ha la scheda (form.yaml)' }]),
    ...(rule.observers <= rule.required
      ? []
      : [
          {
            path: ['observation', 'observers'],
            reason: 'le persone che osservano sono più delle osservazioni richieste',
          },
        ]),
  ]
}
