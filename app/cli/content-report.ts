import { type Profile, profiles } from '~/features/auth/rules/profiles'
import type { ContentReport } from '~/features/curriculum/check-content.server'
import type { CoverageRow } from '~/features/curriculum/rules/coverage'
import { type CoverageKind, type Hours, modes } from '~/features/curriculum/rules/module-content'
import { sumOfModes } from '~/features/curriculum/rules/totals'
import { modeNames, profilePlurals } from '~/features/training-plan/plan-names'
import { countOf, formatNumber } from '~/lib/numbers'

const kindNames: Record<CoverageKind, string> = {
  task: 'attività del Navigator',
  act: 'compiti del CPI',
  lep: 'LEP',
  topic: 'materie dell’art. 5',
  area: 'ambiti dell’art. 2',
}

/** What a sound content holds, as lines for a person. */
export function contentLines(report: ContentReport): string[] {
  const { facts, sources, terms, phases, tasks, acts, statements, ...training } = report.totals
  return [
    `Fasi ${phases}, attività del Navigator ${tasks}, compiti del CPI ${acts}, termini ${terms}.`,
    `Frasi ${statements}, ciascuna con il fatto o la prassi su cui si basa.`,
    `Fatti: ${facts.act} dall’atto, ${facts.verified} verificati, ${facts.secondary} da fonte secondaria, ${facts.memory} esclusi. Fonti ${sources}.`,
    `Moduli ${training.modules}, lezioni ${training.lessons}, domande ${training.questions}, criteri di osservazione ${training.criteria}.`,
    ...report.modules.inPlan.map((slug, index) => `  ${index + 1}. ${slug}`),
    ...finalTestLines(report.finalTest),
    ...report.modules.outside.map((slug) => `  fuori dal piano: ${slug}`),
    '',
    ...profiles.flatMap((profile) => hoursLine(profile, report.hours[profile])),
    '',
    `Leggibilità (Gulpease): in media ${oneDecimal(report.gulpease)}.`,
    ...report.lessons.map(
      ({ module, lesson, words, gulpease }) =>
        `  ${oneDecimal(gulpease).padStart(5)}  ${module}/${lesson}, ${countOf(words, 'parola', 'parole')}`,
    ),
    ...profiles.flatMap((profile) => coverageLines(profile, report)),
  ]
}

function finalTestLines(finalTest: ContentReport['finalTest']): string[] {
  if (!finalTest) return []
  const { questions, cut } = finalTest
  return [
    `  Test finale: ${countOf(questions, 'domanda', 'domande')}, ${countOf(cut, 'risposta giusta', 'risposte giuste')} per superarlo.`,
  ]
}

function hoursLine(profile: Profile, hours: Hours | undefined): string[] {
  if (!hours) return []
  const byMode = modes.map((mode) => `${modeNames[mode]} ${formatNumber(hours[mode])}`).join(', ')
  return [`Ore, ${profilePlurals[profile]}: ${byMode}, in tutto ${formatNumber(sumOfModes(hours))}.`]
}

function coverageLines(profile: Profile, report: ContentReport): string[] {
  const rows = report.coverage[profile]
  const covered = rows.filter(({ gaps }) => gaps.length === 0).length
  const width = Math.max(...rows.map(({ id }) => id.length))
  const numbers = new Map(report.modules.inPlan.map((slug, index) => [slug, index + 1]))
  return [
    '',
    `Copertura, ${profilePlurals[profile]}: ${covered} voci su ${rows.length}.`,
    `  ${'voce'.padEnd(width)}  moduli    domande  criteri  che cosa manca`,
    ...rows.flatMap((row, index) => [
      ...(row.kind === rows[index - 1]?.kind ? [] : [`  ${kindNames[row.kind]}`]),
      coverageLine(row, width, numbers),
    ]),
  ]
}

function coverageLine(row: CoverageRow, width: number, numbers: ReadonlyMap<string, number>) {
  const modules = row.trainedBy.map((slug) => numbers.get(slug)).join(',') || '–'
  const cells = [
    row.id.padEnd(width),
    modules.padEnd(8),
    String(row.questions).padStart(7),
    String(row.criteria).padStart(7),
    row.gaps.join(', '),
  ]
  return `  ${cells.join('  ')}`.trimEnd()
}

function oneDecimal(value: number) {
  return formatNumber(Math.round(value * 10) / 10)
}
