import { describeLength } from '~/features/assessments/assessment-words'
import { modeNames } from '~/features/training-plan/plan-names'
import { formatDate, formatDateTime } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { countOf } from '~/lib/numbers'
import type { LearnerModule } from './learner-module'
import type { MissingMinutes, NextStep } from './next-step'

/** The next step as a page says it, with the one thing to open. */
export type NextStepWords = { title: string; text: string; action: { label: string; to: string } }

/** @param completedAt when the plan was completed, if it was */
export function nextStepWords(step: NextStep, completedAt: Date | null): NextStepWords {
  switch (step.kind) {
    case 'test-continue':
      return {
        title: `Continua il test ${ofModule(step.module)}`,
        text: `Le risposte già salvate sono al sicuro. ${step.dueAt ? `Puoi finire entro il ${formatDateTime(step.dueAt)}.` : 'Non c’è un tempo massimo.'}`,
        action: { label: 'Continua il test', to: `/tentativi/${step.attemptId}` },
      }
    case 'lesson':
      return {
        title: `Leggi la lezione ${step.lesson.number}, «${step.lesson.title}»`,
        text: `Dura circa ${countOf(step.lesson.minutes, 'minuto', 'minuti')}. ${afterLesson(step)}`,
        action: { label: 'Leggi la lezione', to: `${modulePath(step.module)}/lezioni/${step.lesson.slug}` },
      }
    case 'test':
      return {
        title: `Fai il test ${whichTest(step.module)}`,
        text: testText(step),
        action: { label: 'Apri il test', to: `${modulePath(step.module)}/test` },
      }
    case 'unlock':
      return {
        title: `Chiedi di sbloccare il test ${whichTest(step.module)}`,
        text: 'Hai usato tutti i tentativi. Chi ti forma può dartene altri: parlatene insieme. Intanto rileggi le lezioni.',
        action: { label: 'Rileggi le lezioni', to: modulePath(step.module) },
      }
    case 'waiting-test':
      return {
        title: `Il test ${whichTest(step.module)}, si riapre il ${formatDateTime(step.until)}`,
        text: 'Intanto rileggi le lezioni. Nel prossimo tentativo vengono prima le domande che non hai ancora visto.',
        action: { label: 'Rileggi le lezioni', to: modulePath(step.module) },
      }
    case 'hours':
      return {
        title: `Completa le ore ${ofModule(step.module)}`,
        text: `Mancano ${missingText(step.missing)}. Quelle sul lavoro le annoti tu e chi ti forma le convalida; le altre le registra chi ti forma.`,
        action: { label: 'Guarda il modulo', to: modulePath(step.module) },
      }
    case 'observation':
      return {
        title: `Concorda un’osservazione per il modulo ${step.module.number}, «${step.module.shortTitle}»`,
        text: `${observationText(step.module)} Accordati su giorno e luogo con chi ti forma.`,
        action: { label: 'Guarda che cosa si osserva', to: `${modulePath(step.module)}#osservazione` },
      }
    case 'complete':
      return {
        title: 'Hai completato il piano',
        text: `Tutti i moduli sono completi${completedAt ? ` dal ${formatDate(completedAt)}` : ''}. Lezioni e guida restano aperte.`,
        action: { label: 'Apri la guida', to: '/guida' },
      }
    default:
      return step satisfies never
  }
}

/** "Ne servono 2, fatte da 2 persone diverse." */
export function observationText({ observation }: Pick<LearnerModule, 'observation'>): string {
  const { required, observers } = observation ?? { required: 0, observers: 0 }
  if (required === 1) return 'Ne serve una.'
  return observers > 1 ? `Ne servono ${required}, fatte da ${observers} persone diverse.` : `Ne servono ${required}.`
}

/** "2 h in aula, 12 h sul lavoro" */
function missingText(missing: readonly MissingMinutes[]): string {
  return missing.map(({ mode, minutes }) => `${formatMinutes(minutes)} ${modeNames[mode]}`).join(', ')
}

function ofModule({ number, shortTitle }: LearnerModule) {
  return `del modulo ${number}, «${shortTitle}»`
}

function whichTest(module: LearnerModule) {
  return module.final ? 'finale del piano' : ofModule(module)
}

function modulePath({ slug }: LearnerModule) {
  return `/moduli/${slug}`
}

function afterLesson({ module, left, opensTest }: NextStep & { kind: 'lesson' }) {
  const goal = opensTest ? `aprire il test del modulo ${module.number}` : `finire quelle del modulo ${module.number}`
  if (left > 1) return `Poi ti mancano ${left} lezioni per ${goal}.`
  if (left === 1) return `Poi ti manca una lezione per ${goal}.`
  return opensTest ? `Poi si apre il test del modulo ${module.number}.` : `È l’ultima del modulo ${module.number}.`
}

function testText({ module, number, attempts }: NextStep & { kind: 'test' }) {
  const { timeLimitMinutes } = module.assessment
  const limit = timeLimitMinutes ? ` Hai ${countOf(timeLimitMinutes, 'minuto', 'minuti')} dall’inizio.` : ''
  return `${describeLength(module.assessment)}.${limit} È il tentativo ${number} di ${attempts}.`
}
