import { formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { type DashboardFilters, listAddress } from '../cabina-filters.schema'
import type { ModuleLine } from '../rules/module-lines'
import { NumberLink } from './place-table'

/** How far the people looked at are in each module; tests and observations only in groups of five or more. */
export function ModuleTable({ modules, filters }: { modules: ModuleLine[]; filters: DashboardFilters }) {
  const { profilo, provincia } = filters
  return (
    <DataTable
      caption="Avanzamento per modulo"
      captionHidden
      rows={modules}
      rowKey={({ slug }) => slug}
      columns={[
        { key: 'title', header: 'Modulo', cell: ({ title }) => title },
        {
          key: 'enrolled',
          header: 'Iscritti',
          numeric: true,
          cell: ({ slug, title, enrolled }) => (
            <NumberLink
              value={enrolled}
              to={listAddress({ profilo, provincia, modulo: slug })}
              what={`${title}, iscritti`}
            />
          ),
        },
        {
          key: 'completed',
          header: 'Completati',
          numeric: true,
          cell: ({ slug, title, completed }) => (
            <NumberLink
              value={completed}
              to={listAddress({ profilo, provincia, modulo: slug, stato: 'completato' })}
              what={`${title}, completati`}
            />
          ),
        },
        { key: 'tests', header: 'Test superati', numeric: true, cell: ({ testsPassed }) => withheld(testsPassed) },
        {
          key: 'observations',
          header: 'Osservazioni raggiunte',
          numeric: true,
          cell: ({ observed, observationsMet }) => (observed ? withheld(observationsMet) : 'Non previste'),
        },
      ]}
    />
  )
}

function withheld(count: number | null) {
  if (count !== null) return formatNumber(count)
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">non mostrato</span>
    </>
  )
}
