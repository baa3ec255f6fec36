import { Link } from 'react-router'
import { type Day, formatDay } from '~/lib/dates'
import { countOf } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import type { ActionRow } from '../trainer-home.server'
import { type ListPage, ListPager } from './list-pager'

type ActionTableProps = { list: ListPage<ActionRow>; today: Day; addressOf: (page: number) => string }

/** Agreed actions to come back to, each leading to its observation. */
export function ActionTable({ list, today, addressOf }: ActionTableProps) {
  return (
    <>
      <DataTable
        caption="Azioni concordate, in ordine di scadenza"
        captionHidden
        rows={list.rows}
        rowKey={({ observationId }) => observationId}
        empty={<p>Nessuna azione scade nei prossimi sette giorni.</p>}
        columns={[
          {
            key: 'name',
            header: 'Nome',
            cell: ({ observationId, name }) => (
              <Link to={`/osservazioni/${observationId}`}>
                {name}
                <span className="visually-hidden">: apri l’osservazione</span>
              </Link>
            ),
          },
          { key: 'module', header: 'Modulo', cell: ({ moduleTitle }) => moduleTitle },
          { key: 'action', header: 'Azione', cell: ({ action }) => action },
          {
            key: 'due',
            header: 'Entro il',
            cell: ({ actionOn }) => (
              <Tag state={actionOn < today ? 'warn' : undefined}>
                {formatDay(actionOn)}
                {actionOn < today ? ', scaduta' : ''}
              </Tag>
            ),
          },
        ]}
      />
      <ListPager list={list} addressOf={addressOf} label="Pagine delle azioni concordate">
        {countOf(list.total, 'azione', 'azioni')} in tutto
      </ListPager>
    </>
  )
}
