import { describe, expect, test } from 'vitest'
import { learner, observed, unread } from '../../../../tests/setup/learner-modules'
import { missingView, namesText } from '../missing-view'
import { whatIsMissing } from './what-is-missing'

const anna = { id: 'anna', name: 'Anna Bianchi', atHome: true }
const carlo = { id: 'carlo', name: 'Carlo Verdi', atHome: false }
const twice = { required: 2, observers: 2, cutPercent: 70 }
const signedBy = (observerId: string, sufficient = true) => observed(`o-${observerId}`, { observerId, sufficient })

describe('what a module lacks', () => {
  test('nothing of a complete one, whatever its rows say', () => {
    expect(whatIsMissing(learner('a', { completedAt: new Date(), lessons: unread(2) }), [anna])).toEqual([])
  })

  test('lessons, test, hours of each recorded mode, observation, in this order', () => {
    const module = learner('a', {
      lessons: unread(3, [1]),
      minutesRequired: { online: 60, classroom: 120, onTheJob: 60, remote: 30 },
      minutesDone: { classroom: 60, remote: 30 },
      observation: twice,
    })
    expect(whatIsMissing(module, [anna, carlo])).toEqual([
      { kind: 'lessons', left: 2 },
      { kind: 'test', test: { kind: 'lessons-first' } },
      { kind: 'hours', mode: 'classroom', minutes: 60, givers: [anna, carlo] },
      { kind: 'hours', mode: 'onTheJob', minutes: 60, givers: [anna, carlo] },
      {
        kind: 'observation',
        standing: { required: 2, reached: 0, missing: 2, byOthers: 2 },
        givers: [anna, carlo],
      },
    ])
  })

  test('an observation is not asked of who has given theirs, where the rest is for others', () => {
    const module = learner('a', { observation: twice, test: { kind: 'passed', attemptId: 'x', at: new Date() } })
    const [first] = whatIsMissing({ ...module, observations: [signedBy('anna')] }, [anna, carlo])
    expect(first).toMatchObject({ kind: 'observation', standing: { reached: 1, missing: 1 }, givers: [carlo] })
    const [again] = whatIsMissing({ ...module, observations: [signedBy('anna', false)] }, [anna, carlo])
    expect(again).toMatchObject({ standing: { reached: 0 }, givers: [anna, carlo] })
    expect(whatIsMissing({ ...module, observationMet: true }, [anna])).toEqual([])
  })

  test('a test without attempts is unlocked by a trainer of the home entry alone', () => {
    const module = learner('a', { test: { kind: 'exhausted' } })
    expect(whatIsMissing(module, [anna, carlo])).toEqual([{ kind: 'unlock', givers: [anna] }])
  })
})

describe('in words', () => {
  const wordsOf = (traits: Parameters<typeof learner>[1], givers = [anna]) =>
    missingView(learner('a', traits), whatIsMissing(learner('a', traits), givers)).lines

  test('each thing says who gives it and where one goes for it', () => {
    const lines = wordsOf({
      minutesRequired: { onTheJob: 90, remote: 60 },
      observation: { ...twice, required: 1, observers: 1 },
    })
    expect(lines.map(({ what, text, who, link }) => [what, text, who, link.to])).toEqual([
      ['Test', 'si apre a lezioni finite', 'Tu', '/moduli/a/test'],
      ['Ore in aula a distanza', 'mancano 1\u00a0h', 'Anna Bianchi', '/moduli/a'],
      ['Ore sul lavoro', 'mancano 1\u00a0h 30\u00a0min', 'Le scrivi tu. Le convalida: Anna Bianchi', '/pratica'],
      ['Osservazione sul lavoro', '0 su 1. Ne manca una.', 'Anna Bianchi', '/moduli/a#osservazione'],
    ])
  })

  test('without a trainer it says so', () => {
    const lines = wordsOf({ minutesRequired: { classroom: 60 } }, [])
    expect(lines.at(-1)?.who).toBe('oggi nessun formatore della tua sede')
  })

  test('at most five names', () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `N${index + 1}` }))
    expect(namesText(names(5))).toBe('N1, N2, N3, N4, N5')
    expect(namesText(names(6))).toBe('N1, N2, N3, N4, N5 e un’altra persona')
    expect(namesText(names(8))).toBe('N1, N2, N3, N4, N5 e altri 3')
  })
})
