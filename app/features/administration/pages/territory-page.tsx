import { Link } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { countOf, formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { findTerritory } from '../overview.queries.server'
import type { Route } from './+types/territory-page'

export const meta: Route.MetaFunction = () => [{ title: 'Territorio – Rotta' }]

export async function loader({ request, context }: Route.LoaderArgs) {
  return { provinces: await findTerritory(authorise('territory.read', request, context)) }
}

type Province = Route.ComponentProps['loaderData']['provinces'][number]
type Counted = Province['entries'][number]

const sum = (entries: Counted[], of: 'navigatorPlaces' | 'navigators' | 'operators') =>
  entries.reduce((total, entry) => total + entry[of], 0)

export default function TerritoryPage({ loaderData }: Route.ComponentProps) {
  const { provinces } = loaderData
  const entries = provinces.flatMap((province) => province.entries)
  const places = sum(entries, 'navigatorPlaces')
  const navigators = sum(entries, 'navigators')
  return (
    <>
      <Breadcrumb items={[{ label: 'Amministrazione', to: '/amministrazione' }, { label: 'Territorio' }]} />
      <PageTitle
        title={`${formatNumber(navigators)} Navigator su ${formatNumber(places)} posti`}
        lead={`${countOf(provinces.length, 'provincia', 'province')}, ${countOf(entries.length, 'sede', 'sedi')}, ${countOf(sum(entries, 'operators'), 'operatore', 'operatori')}. Posti: D.g.r. XI/1981, Allegato 1, par. 6. Persone: attive, per sede di appartenenza.`}
      />
      <DataTable
        caption="Province: posti e persone"
        rows={provinces}
        rowKey={(province) => province.code}
        columns={[
          { key: 'name', header: 'Provincia', cell: (one) => <a href={`#provincia-${one.code}`}>{one.name}</a> },
          { key: 'places', header: 'Posti', numeric: true, cell: (one) => sum(one.entries, 'navigatorPlaces') },
          {
            key: 'navigators',
            header: 'Navigator',
            numeric: true,
            cell: (one) => countLink(sum(one.entries, 'navigators'), `provincia=${one.code}&profilo=navigator`),
          },
          {
            key: 'operators',
            header: 'Operatori',
            numeric: true,
            cell: (one) => countLink(sum(one.entries, 'operators'), `provincia=${one.code}&profilo=operatore`),
          },
        ]}
      />
      {provinces.map((province) => (
        <section className="r-sec" key={province.code} aria-labelledby={`provincia-${province.code}`}>
          <h2 id={`provincia-${province.code}`}>{province.name}</h2>
          {province.note ? <p className="r-muted r-w">{province.note}</p> : null}
          <EntryTable province={province} />
        </section>
      ))}
    </>
  )
}

function EntryTable({ province }: { province: Province }) {
  return (
    <DataTable
      caption={`Sedi: ${province.name}`}
      captionHidden
      rows={province.entries}
      rowKey={(entry) => entry.id}
      columns={[
        { key: 'name', header: 'Sede', cell: (entry) => entry.name },
        { key: 'note', header: 'Precisazione', cell: (entry) => entry.note ?? '–' },
        { key: 'places', header: 'Posti', numeric: true, cell: (entry) => entry.navigatorPlaces },
        {
          key: 'navigators',
          header: 'Navigator',
          numeric: true,
          cell: (entry) => countLink(entry.navigators, `sede=${entry.id}&profilo=navigator`),
        },
        {
          key: 'operators',
          header: 'Operatori',
          numeric: true,
          cell: (entry) => countLink(entry.operators, `sede=${entry.id}&profilo=operatore`),
        },
      ]}
    />
  )
}

/** Two clicks from any number to the people behind it. */
function countLink(people: number, filter: string) {
  return <Link to={`/amministrazione/persone?${filter}&stato=attive`}>{formatNumber(people)}</Link>
}
