import { countOf, formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import { modeNames } from '../plan-names'
import { groupModes, isOverPlaces, type People, type SizedPlan, type SizedProvince } from '../rules/sizing'

/** What the plan asks of each province: people over places, groups, hours of trainers, observations. */
export function SizingTable({ plan }: { plan: SizedPlan }) {
  const { provinces, total, classSize } = plan
  return (
    <>
      <DataTable
        caption="Dimensionamento per provincia"
        rows={[
          ...provinces.map((province) => ({ ...province })),
          { ...total, code: '', name: 'In tutto', entries: [] },
        ]}
        rowKey={({ code }) => code}
        columns={[
          { key: 'name', header: 'Provincia', cell: ({ name }) => name },
          { key: 'navigators', header: 'Navigator', cell: (one) => <Navigators {...one} /> },
          { key: 'operators', header: 'Operatori', numeric: true, cell: (one) => formatNumber(one.operators) },
          { key: 'groups', header: 'Gruppi', numeric: true, cell: (one) => formatNumber(one.groups) },
          ...groupModes.map((mode) => ({
            key: mode,
            header: `Ore di docenza ${modeNames[mode]}`,
            numeric: true,
            cell: (one: SizedProvince) => formatNumber(one.trainerHours[mode]),
          })),
          { key: 'observations', header: 'Osservazioni', numeric: true, cell: (one) => formatNumber(one.observations) },
        ]}
      />
      <p className="r-small r-muted">
        Un gruppo ha al massimo {formatNumber(classSize)} persone della stessa provincia. I posti sono quelli della
        D.g.r. XI/1981, Allegato 1, par. 6.
      </p>
    </>
  )
}

/** The same per entry, province by province: people over places. */
export function SizingByEntry({ plan }: { plan: SizedPlan }) {
  return plan.provinces.map((province) => (
    <details key={province.code}>
      <summary>
        {province.name}: {formatNumber(province.navigators)} Navigator,{' '}
        {countOf(province.operators, 'operatore', 'operatori')}
      </summary>
      <DataTable
        caption={`Sedi: ${province.name}`}
        captionHidden
        rows={province.entries}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: 'Sede', cell: ({ name }) => name },
          { key: 'navigators', header: 'Navigator', cell: (entry) => <Navigators {...entry} /> },
          { key: 'operators', header: 'Operatori', numeric: true, cell: ({ operators }) => formatNumber(operators) },
        ]}
      />
    </details>
  ))
}

/** "12 su 12 posti"; more than the act gives is said in words. */
function Navigators(people: People) {
  const text = `${formatNumber(people.navigators)} su ${countOf(people.places, 'posto', 'posti')}`
  if (!isOverPlaces(people)) return <span className="text-nowrap">{text}</span>
  return (
    <Tag state="warn">
      <span>
        <span className="text-nowrap">{text},</span> <span className="text-nowrap">oltre i posti</span>
      </span>
    </Tag>
  )
}
