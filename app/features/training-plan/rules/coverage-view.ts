import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { phaseOfId } from '~/features/curriculum/rules/act-matrix'
import { type CoverageRow, coverageOf, matrixTitles } from '~/features/curriculum/rules/coverage'
import { trainingModules } from '~/features/curriculum/rules/final-test'
import type { CoverageKind, Targets } from '~/features/curriculum/rules/module-content'
import type { PlannedModule } from './composition'

/** Rows under a heading: a phase of the matrix, or a kind of target. */
export type CoverageGroup = { title: string; rows: CoverageRow[] }

/** What the plan covers for a profile: its matrix by phase, and the targets by kind. */
export type ProfileCoverage = { profile: Profile; matrix: CoverageGroup[]; targets: CoverageGroup[] }

/** A plan's coverage as pages show it. */
export type PlanCoverage = { modules: { slug: string; shortTitle: string }[]; profiles: ProfileCoverage[] }

type NamedPhase = {
  number: number
  shortTitle: string
  acts: readonly { id: string; title: string }[]
  tasks: readonly { id: string; title: string }[]
}

const targetGroups: [CoverageKind, string][] = [
  ['lep', 'Livelli essenziali delle prestazioni (LEP)'],
  ['topic', 'Temi dell’art. 5 della Convenzione'],
  ['area', 'Ambiti dell’art. 2 della Convenzione'],
]

/** Trained, tested, observed: coverageOf for both profiles, in the groups that a reader looks for. */
export function coverageView(
  modules: readonly PlannedModule[],
  targets: Targets,
  phases: readonly NamedPhase[],
): PlanCoverage {
  const titles = matrixTitles(phases)
  return {
    modules: trainingModules(modules).map(({ slug, shortTitle }) => ({ slug, shortTitle })),
    profiles: profiles.map((profile) => {
      const rows = coverageOf(modules, profile, targets, titles)
      const matrix = rows.filter(({ kind }) => kind === 'task' || kind === 'act')
      return {
        profile,
        matrix: phases
          .map(({ number, shortTitle }) => ({
            title: `Fase ${number}, ${shortTitle}`,
            rows: matrix.filter(({ id }) => phaseOfId(id) === number),
          }))
          .filter((group) => group.rows.length > 0),
        targets: targetGroups.map(([kind, title]) => ({ title, rows: rows.filter((row) => row.kind === kind) })),
      }
    }),
  }
}

/** The id of a row of the coverage on a page. */
export function coverageRowId(id: string): string {
  return `copertura-${id.replace('.', '-')}`
}

/** How many rows at least one module trains, of how many. */
export function countTrained(groups: readonly CoverageGroup[]): { trained: number; all: number } {
  const rows = groups.flatMap((group) => group.rows)
  return { trained: rows.filter(({ trainedBy }) => trainedBy.length > 0).length, all: rows.length }
}
