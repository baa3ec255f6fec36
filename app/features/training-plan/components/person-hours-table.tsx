import { modes } from '~/features/curriculum/rules/module-content'
import { sumOfModes } from '~/features/curriculum/rules/totals'
import { formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { modeNames } from '../plan-names'
import type { SizedPlan, SizedProvince } from '../rules/sizing'

/** Hours of all the people of a province together, by mode: people times hours. */
export function PersonHoursTable({ plan }: { plan: SizedPlan }) {
  return (
    <DataTable
      caption="Ore di tutte le persone insieme, per provincia e modalità"
      rows={[...plan.provinces, { ...plan.total, code: '', name: 'In tutto', entries: [] }]}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', header: 'Provincia', cell: ({ name }) => name },
        ...modes.map((mode) => ({
          key: mode,
          header: `Ore ${modeNames[mode]}`,
          numeric: true,
          cell: ({ personHours }: SizedProvince) => formatNumber(personHours[mode]),
        })),
        {
          key: 'total',
          header: 'In tutto',
          numeric: true,
          cell: ({ personHours }) => formatNumber(sumOfModes(personHours)),
        },
      ]}
    />
  )
}
