import type { Profile } from '~/features/auth/rules/profiles'
import { countTrained, type PlanCoverage } from '../rules/coverage-view'
import { CoverageMatrix } from './coverage-matrix'

const matrixNames: Record<Profile, { heading: string; fact: string }> = {
  navigator: { heading: 'Attività del Navigator', fact: 'attività del Navigator' },
  operatore: { heading: 'Compiti del CPI', fact: 'compiti del CPI' },
}
const targetHeadings: Record<Profile, string> = { navigator: 'Per i Navigator', operatore: 'Per gli operatori CPI' }

/** What the plan trains, tests and observes: the matrix of each profile, then LEP, topics and areas. */
export function PlanCoverageTables({ coverage }: { coverage: PlanCoverage }) {
  const { modules, profiles } = coverage
  return (
    <>
      <p className="r-muted r-w">
        Le prime due colonne dicono quante domande e quanti criteri verificano la riga. Il punto dice quale modulo la
        forma. {modules.map(({ shortTitle }, index) => `M${index + 1} ${shortTitle}`).join(', ')}.
      </p>
      {profiles.map(({ profile, matrix, targets }) => {
        const { trained, all } = countTrained(matrix)
        const others = countTrained(targets)
        return (
          <section key={profile} aria-labelledby={`copertura-${profile}`}>
            <h3 id={`copertura-${profile}`}>
              {trained} {matrixNames[profile].fact} su {all} hanno un modulo
            </h3>
            <CoverageMatrix heading={matrixNames[profile].heading} groups={matrix} modules={modules} anchored />
            <details className="mt-3 mb-4">
              <summary>
                {targetHeadings[profile]}: {others.trained} fra LEP, temi e ambiti su {others.all} hanno un modulo
              </summary>
              <CoverageMatrix
                heading={targetHeadings[profile]}
                groups={targets}
                modules={modules}
                anchored={profile === 'navigator'}
              />
            </details>
          </section>
        )
      })}
    </>
  )
}
