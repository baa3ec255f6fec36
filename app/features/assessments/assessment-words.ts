import { testLength } from '~/features/curriculum/rules/blueprint'
import type { AssessmentRule } from '~/features/curriculum/rules/module-content'
import { dayOf, formatDate, formatDateTime, formatTime } from '~/lib/dates'
import { countOf } from '~/lib/numbers'
import type { AssessmentState } from './rules/assessment-state'

/** `alle 10.24`, or `il 16/12/2019, ore 10.24` when it is another day. */
export function savedText(moment: Date, now: Date): string {
  return dayOf(moment) === dayOf(now) ? `alle ${formatTime(moment)}` : `il ${formatDateTime(moment)}`
}

/** `fino alle 10.42`, or `fino al 17/12/2019, ore 0.12` when it is another day. */
export function untilText(moment: Date, now: Date): string {
  return dayOf(moment) === dayOf(now) ? `fino alle ${formatTime(moment)}` : `fino al ${formatDateTime(moment)}`
}

/** Title and sentence that say where a learner stands with a test, and what comes next. */
export function describeState(state: AssessmentState, now: Date): { title: string; text: string } {
  switch (state.kind) {
    case 'lessons-first':
      return { title: 'Il test si apre a lezioni finite', text: 'Prima leggi tutte le lezioni del modulo.' }
    case 'prerequisites-first':
      return {
        title: 'Prima supera altri test',
        text: `Questo test si apre quando hai superato ${testsText(state.modules)}.`,
      }
    case 'ready':
      return {
        title: 'Il test è aperto',
        text:
          state.number === 1
            ? `È il primo di ${countOf(state.attempts, 'tentativo', 'tentativi')}.`
            : `È il tentativo ${state.number} di ${state.attempts}: le domande che non hai ancora visto vengono prima.`,
      }
    case 'in-progress':
      return {
        title: 'Hai un test aperto',
        text: state.dueAt
          ? `Le risposte salvate ci sono tutte. Puoi continuare ${untilText(state.dueAt, now)}.`
          : 'Le risposte salvate ci sono tutte. Continua quando vuoi.',
      }
    case 'waiting':
      return {
        title: `Il test si riapre il ${formatDateTime(state.until)}`,
        text: `Allora puoi fare il tentativo ${state.number}. Intanto rileggi le lezioni degli argomenti più deboli.`,
      }
    case 'exhausted':
      return {
        title: 'Hai usato tutti i tentativi',
        text: 'Un formatore della tua provincia può sbloccare il test e darti un altro tentativo: parlane prima con chi ti segue. Da quel momento puoi rifarlo subito.',
      }
    case 'passed':
      return {
        title: state.attemptId ? 'Hai superato il test' : 'Il test ti è stato riconosciuto',
        text: state.attemptId
          ? `L’hai superato il ${formatDate(state.at)}.`
          : `Il ${formatDate(state.at)} è stata riconosciuta una prova precedente: il test non serve.`,
      }
    default:
      return state satisfies never
  }
}

/** The tests that stand before another one: by name while they are few, else how many, and the first. */
export function testsText(titles: readonly string[]): string {
  if (titles.length <= 3) return `quello di: ${titles.join('; ')}`
  return `quelli di ${titles.length} moduli, a cominciare da «${titles[0]}»`
}

/** What the test is, for who is about to take it. `timeLimitMinutes` is null without a limit. */
export function describeRule(
  rule: Pick<AssessmentRule, 'cut' | 'attempts' | 'waitHours'> & { questions: number; timeLimitMinutes: number | null },
): { term: string; description: string }[] {
  const { questions, cut, timeLimitMinutes } = rule
  return [
    {
      term: 'Domande',
      description: `${countOf(questions, 'domanda', 'domande')}, con una sola risposta giusta ciascuna.`,
    },
    {
      term: 'Per superarlo',
      description: `Almeno ${countOf(cut, 'risposta giusta', 'risposte giuste')} su ${questions}. Una domanda senza risposta conta come sbagliata.`,
    },
    {
      term: 'Tempo',
      description: timeLimitMinutes
        ? `${countOf(timeLimitMinutes, 'minuto', 'minuti')} da quando inizi, anche se chiudi la pagina. Poi il test si consegna da solo con le risposte salvate.`
        : 'Nessun limite: puoi smettere e riprendere quando vuoi.',
    },
    { term: 'Tentativi', description: describeAttempts(rule) },
    {
      term: 'Dopo la consegna',
      description:
        'Se lo superi vedi ogni domanda con la risposta giusta e il perché. Se non lo superi vedi quali argomenti rileggere.',
    },
  ]
}

/** "8 domande, ne servono 6 giuste" */
export function describeLength({ blueprint, cut }: Pick<AssessmentRule, 'blueprint' | 'cut'>): string {
  const needed = cut === 1 ? 'ne serve una giusta' : `ne servono ${cut} giuste`
  return `${countOf(testLength(blueprint), 'domanda', 'domande')}, ${needed}`
}

/** How many attempts there are, and how long one waits between them. */
export function describeAttempts({ attempts, waitHours }: Pick<AssessmentRule, 'attempts' | 'waitHours'>): string {
  if (attempts === 1) return 'Un solo tentativo.'
  const waits = Array.from({ length: attempts - 1 }, (_, index) => waitHours[index] ?? waitHours.at(-1) ?? 0)
  if (waits.every((hours) => hours === 0)) return `${attempts} tentativi, anche uno dopo l’altro.`
  const hoursText = (hours: number) => (hours === 0 ? 'subito' : `dopo ${countOf(hours, 'ora', 'ore')}`)
  if (new Set(waits).size === 1) return `${attempts} tentativi. Se non lo superi lo rifai ${hoursText(waits[0] ?? 0)}.`
  const each = waits.map((hours, index) => `il ${ordinals[index + 2] ?? `${index + 2}º`} ${hoursText(hours)}`)
  return `${attempts} tentativi: ${each.join(', ')}.`
}

const ordinals: Record<number, string> = { 2: 'secondo', 3: 'terzo', 4: 'quarto', 5: 'quinto' }

/** How an attempt ended, in a sentence. */
export function describeOutcome({ correct, total, cut }: { correct: number; total: number; cut: number }): string {
  const right = correct === 1 ? 'Una risposta giusta' : `${correct} risposte giuste`
  return `${right} su ${total}: ne ${cut === 1 ? 'serviva' : 'servivano'} ${cut}.`
}
