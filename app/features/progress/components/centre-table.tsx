import { Link } from 'react-router'
import { ProofTag } from '~/features/learning/components/proof-list'
import { hoursText } from '~/features/learning/rules/module-standing'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import type { CentreRow } from '../centre-list.server'

/** One's own people, by surname, each leading to their records. */
export function CentreTable({ rows }: { rows: CentreRow[] }) {
  return (
    <DataTable
      caption="Le tue persone, in ordine di cognome"
      captionHidden
      rows={rows}
      rowKey={({ enrolmentId }) => enrolmentId}
      empty={
        <EmptyState level={3} title="Nessuna persona con questi filtri" lead="Togli un filtro per vedere le altre." />
      }
      columns={[
        {
          key: 'name',
          header: 'Nome',
          cell: ({ enrolmentId, name, entry }) => (
            <>
              <Link to={`/centro/persone/${enrolmentId}`}>{name}</Link>
              <span className="d-block r-small r-muted">{entry}</span>
            </>
          ),
        },
        {
          key: 'modules',
          header: 'Moduli completati',
          numeric: true,
          cell: ({ modulesDone, modules }) => `${modulesDone} su ${modules}`,
        },
        { key: 'hours', header: 'Ore fatte', numeric: true, cell: ({ hours }) => hoursText(hours) },
        { key: 'missing', header: 'Ore da liberare', cell: ({ missing }) => missing || 'Nessuna' },
        { key: 'outcomes', header: 'Test e osservazioni', cell: ({ outcomes }) => <Outcomes outcomes={outcomes} /> },
        { key: 'next', header: 'Prossimo passo', cell: ({ next }) => next },
      ]}
    />
  )
}

function Outcomes({ outcomes }: Pick<CentreRow, 'outcomes'>) {
  return (
    <ul className="r-list">
      {outcomes.map((outcome) => (
        <li key={outcome.text} className="mb-1">
          <ProofTag proof={outcome} />
        </li>
      ))}
    </ul>
  )
}
