import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { type CoverageRow, coverageOf, enoughCriteria, enoughQuestions } from '~/features/curriculum/rules/coverage'
import type { CoverageKind, Targets } from '~/features/curriculum/rules/module-content'
import { formatNumber } from '~/lib/numbers'
import { profilePlurals } from '../plan-names'
import type { PlannedModule } from './composition'
import type { MissingFinding } from './missing-finding'

const kindNames: Record<CoverageKind, string> = {
  task: 'Attività',
  act: 'Compito',
  lep: 'LEP',
  topic: 'Tema dell’art. 5',
  area: 'Ambito dell’art. 2',
}

/**
 * What the composed modules do not cover: tasks of the Navigator and acts of the centre that nobody trains, tests or
 * observes enough (issue D's check); LEP, topics of art. 5 and areas of art. 2 of the Convenzione that nobody trains.
 */
export function findUncovered(composed: readonly PlannedModule[], targets: Targets): MissingFinding[] {
  const taken = profiles.filter((profile) => composed.some(({ hours }) => hours[profile] !== undefined))
  const left = profiles.filter((profile) => !taken.includes(profile))
  const gaps = taken.flatMap((profile) =>
    coverageOf(composed, profile, targets)
      .filter(({ gaps }) => gaps.length > 0)
      .map((row) => ({ profile, row })),
  )
  return [
    ...(composed.length === 0 ? [] : left.map(nothingFor)),
    ...gaps
      .filter(({ row }, index) => gaps.findIndex((other) => other.row.id === row.id) === index)
      .map(({ row }) =>
        toFinding(
          row,
          gaps.flatMap((gap) => (gap.row.id === row.id ? gap.profile : [])),
          taken,
        ),
      ),
  ]
}

function nothingFor(profile: Profile): MissingFinding {
  return { severity: 'warning', where: { kind: 'plan' }, sentence: `Nessun modulo è per ${profilePlurals[profile]}.` }
}

/** One sentence for both profiles when both lack the same; tasks and acts belong to one alone. */
function toFinding(row: CoverageRow, lacking: Profile[], taken: Profile[]): MissingFinding {
  const { id, title, kind } = row
  const inMatrix = kind === 'task' || kind === 'act'
  const name = `${kindNames[kind]} ${inMatrix ? id : `«${title}»`}`
  const whom = inMatrix || lacking.length === taken.length ? '' : ` per ${lacking.map((one) => profilePlurals[one])}`
  return {
    severity: 'warning',
    where: { kind: 'coverage', id },
    sentence: `${name}: ${inWords(row, inMatrix)}${whom}.`,
  }
}

function inWords({ trainedBy, questions, criteria }: CoverageRow, inMatrix: boolean) {
  const tooFew = (count: number, enough: number, one: string, many: string) =>
    inMatrix && count < enough ? [`${formatNumber(count)} ${count === 1 ? one : many} invece di almeno ${enough}`] : []
  return [
    ...(trainedBy.length === 0 ? ['nessun modulo'] : []),
    ...tooFew(questions, enoughQuestions, 'domanda', 'domande'),
    ...tooFew(criteria, enoughCriteria, 'criterio', 'criteri'),
  ].join(', ')
}
