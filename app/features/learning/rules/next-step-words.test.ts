import { expect, test } from 'vitest'
import { learner, unread } from '../../../../tests/setup/learner-modules'
import type { LearnerModule } from './learner-module'
import { nextStep } from './next-step'
import { nextStepWords } from './next-step-words'

const at = new Date('2019-12-16T08:05:00Z')
const passed = { kind: 'passed', attemptId: 'x', at } as const

function words(module: LearnerModule, completedAt: Date | null = null) {
  const { title, text, action } = nextStepWords(nextStep([module]), completedAt)
  return [title, text, `${action.label} → ${action.to}`].map((line) => line.replaceAll('\u00a0', ' '))
}

const six = (traits: Parameters<typeof learner>[1]) =>
  learner('patto', { number: 6, shortTitle: 'Attuare il Patto', ...traits })

test.each<[why: string, module: LearnerModule, said: string[]]>([
  [
    'a lesson, one left',
    six({ lessons: unread(5, [1, 2, 3]) }),
    [
      'Leggi la lezione 4, «Lezione 4»',
      'Dura circa 15 minuti. Poi ti manca una lezione per aprire il test del modulo 6.',
      'Leggi la lezione → /moduli/patto/lezioni/lezione-4',
    ],
  ],
  [
    'a lesson, several left',
    six({ lessons: unread(5) }),
    [
      'Leggi la lezione 1, «Lezione 1»',
      'Dura circa 15 minuti. Poi ti mancano 4 lezioni per aprire il test del modulo 6.',
      'Leggi la lezione → /moduli/patto/lezioni/lezione-1',
    ],
  ],
  [
    'the last lesson opens the test',
    six({ lessons: unread(2, [1]) }),
    [
      'Leggi la lezione 2, «Lezione 2»',
      'Dura circa 15 minuti. Poi si apre il test del modulo 6.',
      'Leggi la lezione → /moduli/patto/lezioni/lezione-2',
    ],
  ],
  [
    'the last lesson of a test that was recognised',
    six({ lessons: unread(2, [1]), test: passed }),
    [
      'Leggi la lezione 2, «Lezione 2»',
      'Dura circa 15 minuti. È l’ultima del modulo 6.',
      'Leggi la lezione → /moduli/patto/lezioni/lezione-2',
    ],
  ],
  [
    'a test that is open, with a time limit',
    six({
      test: { kind: 'ready', number: 2, attempts: 3 },
      assessment: {
        blueprint: [{ objective: 'O1', count: 8 }],
        cut: 6,
        attempts: 3,
        waitHours: [1],
        timeLimitMinutes: 20,
      },
    }),
    [
      'Fai il test del modulo 6, «Attuare il Patto»',
      '8 domande, ne servono 6 giuste. Hai 20 minuti dall’inizio. È il tentativo 2 di 3.',
      'Apri il test → /moduli/patto/test',
    ],
  ],
  [
    'a test that was begun, with an end',
    six({ test: { kind: 'in-progress', attemptId: 'abc', number: 1, dueAt: at } }),
    [
      'Continua il test del modulo 6, «Attuare il Patto»',
      'Le risposte già salvate sono al sicuro. Puoi finire entro il 16/12/2019, ore 9.05.',
      'Continua il test → /tentativi/abc',
    ],
  ],
  [
    'a test that was begun, without an end',
    six({ test: { kind: 'in-progress', attemptId: 'abc', number: 1, dueAt: null } }),
    [
      'Continua il test del modulo 6, «Attuare il Patto»',
      'Le risposte già salvate sono al sicuro. Non c’è un tempo massimo.',
      'Continua il test → /tentativi/abc',
    ],
  ],
  [
    'a test that opens later',
    six({ test: { kind: 'waiting', number: 2, until: at } }),
    [
      'Il test del modulo 6, «Attuare il Patto», si riapre il 16/12/2019, ore 9.05',
      'Intanto rileggi le lezioni. Nel prossimo tentativo vengono prima le domande che non hai ancora visto.',
      'Rileggi le lezioni → /moduli/patto',
    ],
  ],
  [
    'no attempt left',
    six({ test: { kind: 'exhausted' } }),
    [
      'Chiedi di sbloccare il test del modulo 6, «Attuare il Patto»',
      'Hai usato tutti i tentativi. Chi ti forma può dartene altri: parlatene insieme. Intanto rileggi le lezioni.',
      'Rileggi le lezioni → /moduli/patto',
    ],
  ],
  [
    'hours',
    six({ test: passed, minutesRequired: { classroom: 120, onTheJob: 720 }, minutesDone: { onTheJob: 90 } }),
    [
      'Completa le ore del modulo 6, «Attuare il Patto»',
      'Mancano 2 h in aula, 10 h 30 min sul lavoro. Quelle sul lavoro le annoti tu e chi ti forma le convalida; le altre le registra chi ti forma.',
      'Guarda il modulo → /moduli/patto',
    ],
  ],
  [
    'an observation by two people',
    six({ test: passed, observation: { required: 2, observers: 2, cutPercent: 70 } }),
    [
      'Concorda un’osservazione per il modulo 6, «Attuare il Patto»',
      'Ne servono 2, fatte da 2 persone diverse. Accordati su giorno e luogo con chi ti forma.',
      'Guarda che cosa si osserva → /moduli/patto#osservazione',
    ],
  ],
  [
    'one observation',
    six({ test: passed, observation: { required: 1, observers: 1, cutPercent: 70 } }),
    [
      'Concorda un’osservazione per il modulo 6, «Attuare il Patto»',
      'Ne serve una. Accordati su giorno e luogo con chi ti forma.',
      'Guarda che cosa si osserva → /moduli/patto#osservazione',
    ],
  ],
])('%s', (_, module, said) => {
  expect(words(module)).toEqual(said)
})

test('a plan that is complete says since when', () => {
  expect(words(six({ test: passed, completedAt: at }), at)).toEqual([
    'Hai completato il piano',
    'Tutti i moduli sono completi dal 16/12/2019. Lezioni e guida restano aperte.',
    'Apri la guida → /guida',
  ])
})
