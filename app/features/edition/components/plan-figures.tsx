import type { Profile } from '~/features/auth/rules/profiles'
import { CoverageMatrix } from '~/features/training-plan/components/coverage-matrix'
import { PersonHoursTable } from '~/features/training-plan/components/person-hours-table'
import { SizingTable } from '~/features/training-plan/components/sizing-table'
import { countTrained, type PlanCoverage } from '~/features/training-plan/rules/coverage-view'
import { isOverPlaces, type SizedPlan } from '~/features/training-plan/rules/sizing'
import { formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { partIds } from '../rules/part-ids'
import { Section } from './section'

const matrixNames: Record<Profile, string> = { navigator: 'Attività del Navigator', operatore: 'Compiti del CPI' }
const targetNames: Record<Profile, string> = {
  navigator: 'LEP, temi e ambiti, Navigator',
  operatore: 'LEP, temi e ambiti, operatori CPI',
}

/** Which module trains what, and by how many questions and criteria: the matrix of each profile. */
export function CoveragePart({ coverage: { modules, profiles } }: { coverage: PlanCoverage }) {
  return (
    <Section id={partIds.coverage} className="ed-part">
      <p className="ed-lead">
        Le prime due colonne dicono quante domande e quanti criteri verificano la riga. Il punto dice quale modulo la
        forma.
      </p>
      <p className="ed-legend">
        {modules.map(({ shortTitle }, index) => `M${index + 1}\u00a0${shortTitle}`).join(', ')}.
      </p>
      {profiles.map(({ profile, matrix, targets }) => {
        const [own, others] = [countTrained(matrix), countTrained(targets)]
        return (
          <Section key={profile} id={partIds.profileCoverage(profile)} className="ed-item">
            <p>
              Hanno un modulo {own.trained} voci su {own.all} della matrice dell’atto, {others.trained} su {others.all}{' '}
              fra LEP, temi e ambiti.
            </p>
            <CoverageMatrix heading={matrixNames[profile]} groups={matrix} modules={modules} />
            <CoverageMatrix heading={targetNames[profile]} groups={targets} modules={modules} />
          </Section>
        )
      })}
    </Section>
  )
}

/** People, groups, hours of trainers and observations by province, then the people of each entry. */
export function SizingPart({ sizing }: { sizing: SizedPlan }) {
  return (
    <Section id={partIds.sizing} className="ed-part">
      <Section id={partIds.sizingByProvince} className="ed-item">
        <SizingTable plan={sizing} />
      </Section>
      <Section id={partIds.sizingByHours} className="ed-item">
        <PersonHoursTable plan={sizing} />
      </Section>
      <Section id={partIds.sizingByEntry} className="ed-item">
        <DataTable
          caption="Persone da formare in ogni sede"
          rows={sizing.provinces.flatMap(({ name: province, entries }) =>
            entries.map((entry) => ({ ...entry, province })),
          )}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', header: 'Sede', cell: ({ name }) => name },
            { key: 'province', header: 'Provincia', cell: ({ province }) => province },
            { key: 'places', header: 'Posti Navigator', numeric: true, cell: ({ places }) => formatNumber(places) },
            {
              key: 'navigators',
              header: 'Navigator',
              numeric: true,
              cell: (entry) => `${formatNumber(entry.navigators)}${isOverPlaces(entry) ? ', oltre i posti' : ''}`,
            },
            { key: 'operators', header: 'Operatori', numeric: true, cell: ({ operators }) => formatNumber(operators) },
          ]}
        />
      </Section>
    </Section>
  )
}
