import { data, Link } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { profilePlurals } from '~/features/training-plan/plan-names'
import { formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { countOf, formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Pagination } from '~/ui/pagination'
import { Tag } from '~/ui/tag'
import {
  dashboardAddress,
  exportAddress,
  type ListFilters,
  listAddress,
  readListFilters,
} from '../cabina-filters.schema'
import { ExportForms } from '../components/export-forms'
import { findNamedList, type NamedRow } from '../named-list.server'
import type { Route } from './+types/named-people-page'

export const meta: Route.MetaFunction = () => [{ title: 'Persone e avanzamento – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('progress.read', request, context)
  const after = url.searchParams.get('dopo') ?? undefined
  const before = url.searchParams.get('prima') ?? undefined
  const filters = readListFilters(url.searchParams)
  const list = filters && (await findNamedList(by, filters, { after, before }))
  if (!list) throw data(null, { status: 404 })
  return list
}

export default function NamedPeoplePage({ loaderData }: Route.ComponentProps) {
  const { rows, previous, next, total, filters, place, moduleTitle } = loaderData
  const { profilo, provincia, modulo } = filters
  const back = dashboardAddress({ profilo, provincia, modulo })
  const pageAt = (cursor: Record<string, string>) => ({ to: listAddress(filters, cursor) })
  const what = moduleTitle ? `il modulo «${moduleTitle}»` : 'il piano'
  return (
    <>
      <Breadcrumb items={[{ label: 'Avanzamento', to: back }, { label: 'Persone' }]} />
      <PageTitle
        kick={[profilePlurals[profilo], place].filter(Boolean).join(', ')}
        title={titleOf(total, filters, what)}
        lead="Ogni consultazione di questo elenco resta scritta."
      />
      <section className="r-sec" aria-label="Elenco">
        <DataTable
          caption="Persone, in ordine di cognome"
          captionHidden
          rows={rows}
          rowKey={({ enrolmentId }) => enrolmentId}
          empty={<EmptyState title="Nessuna persona qui" lead="Torna all’avanzamento e scegli un altro numero." />}
          columns={[
            {
              key: 'name',
              header: 'Nome',
              cell: ({ enrolmentId, name }) => <Link to={`/cabina/persone/${enrolmentId}`}>{name}</Link>,
            },
            { key: 'entry', header: 'Sede', cell: ({ entry }) => entry ?? 'Nessuna sede' },
            { key: 'state', header: moduleTitle ? 'Modulo' : 'Piano', cell: (row) => <State row={row} /> },
            {
              key: 'modules',
              header: 'Moduli completati',
              numeric: true,
              cell: ({ modulesDone, modules }) => `${modulesDone} su ${modules}`,
            },
            {
              key: 'hours',
              header: 'Ore',
              numeric: true,
              cell: ({ minutesDone, minutes }) => `${formatMinutes(minutesDone)} su ${formatMinutes(minutes)}`,
            },
          ]}
        />
        {previous || next ? (
          <Pagination
            previous={previous ? pageAt({ prima: previous }) : null}
            next={next ? pageAt({ dopo: next }) : null}
            summary={countOf(total, 'persona in tutto', 'persone in tutto')}
          />
        ) : null}
      </section>
      {rows.length > 0 ? <ExportForms to={exportAddress(filters)} what="l’elenco" named /> : null}
    </>
  )
}

function State({ row: { completedOn } }: { row: NamedRow }) {
  return completedOn ? <Tag state="ok">Completato il {formatDay(completedOn)}</Tag> : <Tag>Non completato</Tag>
}

function titleOf(total: number, { profilo, stato }: ListFilters, what: string) {
  const people =
    profilo === 'navigator' ? `${formatNumber(total)} Navigator` : countOf(total, 'operatore CPI', 'operatori CPI')
  const one = total === 1
  if (stato === 'completato') return `${people} ${one ? 'ha' : 'hanno'} completato ${what}`
  if (stato === 'in-corso') return `${people} non ${one ? 'ha' : 'hanno'} ancora completato ${what}`
  return `${people} ${one ? 'segue' : 'seguono'} ${what}`
}
