import { Link } from 'react-router'
import { formatDate } from '~/lib/dates'
import { countOf } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import type { ObserveRow } from '../trainer-home.server'
import { type ListPage, ListPager } from './list-pager'

type ObserveTableProps = { list: ListPage<ObserveRow>; addressOf: (page: number) => string }

/** Who waits to be observed, each leading to a new observation. */
export function ObserveTable({ list, addressOf }: ObserveTableProps) {
  return (
    <>
      <DataTable
        caption="Persone da osservare, prima chi aspetta da più tempo"
        captionHidden
        rows={list.rows}
        rowKey={({ enrolmentId, moduleSlug }) => `${enrolmentId} ${moduleSlug}`}
        empty={
          <EmptyState
            level={3}
            title="Nessuno da osservare"
            lead="Qui trovi le persone dei tuoi centri quando hanno letto le lezioni e superato il test di un modulo."
          />
        }
        columns={[
          {
            key: 'name',
            header: 'Nome',
            cell: ({ enrolmentId, moduleSlug, moduleTitle, name }) => (
              <Link to={`/osservazioni/nuova?${new URLSearchParams({ iscrizione: enrolmentId, modulo: moduleSlug })}`}>
                {name}
                <span className="visually-hidden">: osserva per il modulo {moduleTitle}</span>
              </Link>
            ),
          },
          { key: 'entry', header: 'Sede', cell: ({ entry }) => entry ?? 'Nessuna sede' },
          { key: 'module', header: 'Modulo', cell: ({ moduleTitle }) => moduleTitle },
          {
            key: 'done',
            header: 'Osservazioni',
            numeric: true,
            cell: ({ reached, required }) => `${reached} su ${required}`,
          },
          { key: 'since', header: 'Aspetta dal', cell: ({ since }) => formatDate(since) },
        ]}
      />
      <ListPager list={list} addressOf={addressOf} label="Pagine delle persone da osservare">
        {countOf(list.total, 'osservazione da fare', 'osservazioni da fare')} in tutto
      </ListPager>
    </>
  )
}
