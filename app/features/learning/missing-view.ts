import { testsText } from '~/features/assessments/assessment-words'
import { formatDateTime } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { countOf } from '~/lib/numbers'
import { modeTitle } from './mode-title'
import type { LearnerModule } from './rules/learner-module'
import { missingObservationsText } from './rules/own-observations-words'
import type { Giver, Missing } from './rules/what-is-missing'

/** One thing that is missing, in words: what, how much, who gives it, and where one goes for it. */
export type MissingLine = { key: string; what: string; text: string; who: string; link: { label: string; to: string } }
export type MissingView = { slug: string; place: string; title: string; lines: MissingLine[] }

/** What a module still lacks, as the page of the plan says it. */
export function missingView(module: LearnerModule, missing: readonly Missing[]): MissingView {
  const { slug, number, final, title } = module
  return { slug, place: final ? '' : `Modulo ${number}, `, title, lines: missing.map((one) => lineOf(one, module)) }
}

function lineOf(missing: Missing, module: LearnerModule): MissingLine {
  const path = `/moduli/${module.slug}`
  switch (missing.kind) {
    case 'lessons':
      return {
        key: 'lessons',
        what: 'Lezioni',
        text: `${countOf(missing.left, 'lezione', 'lezioni')} da leggere`,
        who: 'Tu',
        link: { label: 'Apri le lezioni', to: path },
      }
    case 'test':
      return {
        key: 'test',
        what: 'Test',
        text: testText(missing.test),
        who: 'Tu',
        link: { label: 'Vai al test', to: `${path}/test` },
      }
    case 'unlock':
      return {
        key: 'unlock',
        what: 'Test',
        text: 'I tentativi sono finiti: va sbloccato',
        who: namesText(missing.givers),
        link: { label: 'Guarda i tentativi', to: `${path}/test` },
      }
    case 'hours':
      return hoursLine(missing, path)
    case 'observation':
      return {
        key: 'observation',
        what: 'Osservazione sul lavoro',
        text: `${missing.standing.reached} su ${missing.standing.required}. ${missingObservationsText(module) ?? ''}`,
        who: namesText(missing.givers),
        link: { label: 'Guarda che cosa si osserva', to: `${path}#osservazione` },
      }
    default:
      return missing satisfies never
  }
}

function hoursLine({ mode, minutes, givers }: Missing & { kind: 'hours' }, path: string): MissingLine {
  const onTheJob = mode === 'onTheJob'
  return {
    key: mode,
    what: mode === 'collaborative' ? 'Ore collaborative' : `Ore ${modeTitle(mode).toLowerCase()}`,
    text: `mancano ${formatMinutes(minutes)}`,
    who: onTheJob ? `Le scrivi tu. Le convalida: ${namesText(givers)}` : namesText(givers),
    link: onTheJob ? { label: 'Scrivi le ore', to: '/pratica' } : { label: 'Guarda il modulo', to: path },
  }
}

function testText(test: (Missing & { kind: 'test' })['test']) {
  switch (test.kind) {
    case 'in-progress':
      return 'da finire'
    case 'waiting':
      return `si riapre il ${formatDateTime(test.until)}`
    case 'ready':
      return 'da superare, è aperto'
    case 'lessons-first':
      return 'si apre a lezioni finite'
    case 'prerequisites-first':
      return `si apre quando hai superato ${testsText(test.modules)}`
    default:
      return test satisfies never
  }
}

const most = 5

/** "Anna Bianchi, Carlo Verdi", at most five and how many more. */
export function namesText(givers: readonly Pick<Giver, 'name'>[]): string {
  if (givers.length === 0) return 'oggi nessun formatore della tua sede'
  const shown = givers.slice(0, most).map(({ name }) => name)
  const rest = givers.length - shown.length
  if (rest === 0) return shown.join(', ')
  return `${shown.join(', ')} ${rest === 1 ? 'e un’altra persona' : `e altri ${rest}`}`
}
