import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatMinutes } from '~/lib/minutes'
import { countOf, formatNumber } from '~/lib/numbers'
import { EmptyState } from '~/ui/empty-state'
import { PageTitle } from '~/ui/frame/page-title'
import { Pagination } from '~/ui/pagination'
import { centreAddress, readCentreFilters } from '../centre-filters.schema'
import { type Centre, findCentre } from '../centre-list.server'
import { CentreFilter } from '../components/centre-filter'
import { CentreTable } from '../components/centre-table'
import { FreedTable } from '../components/freed-table'
import { totalFreed } from '../rules/freed-hours'
import type { Route } from './+types/centre-page'

export const meta: Route.MetaFunction = () => [{ title: 'Il mio centro – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('progress.centre', request, context)
  const after = url.searchParams.get('dopo') ?? undefined
  const before = url.searchParams.get('prima') ?? undefined
  const centre = await findCentre(by, readCentreFilters(url.searchParams), { after, before })
  if (!centre) throw data(null, { status: 404 })
  return centre
}

export default function CentrePage({ loaderData }: Route.ComponentProps) {
  const { filters, entries, people, freed, freedTotal, rows, total, previous, next } = loaderData
  const pageAt = (cursor: Record<string, string>) => ({ to: centreAddress(filters, cursor) })
  if (people === 0 && !filters.modulo) {
    return (
      <>
        <PageTitle kick={kickOf(entries)} title="Nessuna delle tue persone segue il piano" />
        <EmptyState
          title="Qui trovi le tue persone"
          lead="Compaiono quando chi gestisce il piano le iscrive: moduli, ore, test, osservazioni e il prossimo passo."
        />
      </>
    )
  }
  return (
    <>
      <PageTitle kick={kickOf(entries)} title={titleOf(loaderData)} lead={leadOf(loaderData)} />
      <section className="r-sec" aria-labelledby="ore">
        <h2 id="ore">Ore ancora da liberare</h2>
        <p className="r-muted">
          Le ore in aula, a distanza, collaborative e sul lavoro che il piano chiede ancora alle tue persone. Le ore
          online si fanno leggendo le lezioni.
        </p>
        <FreedTable freed={freed} total={freedTotal} filters={filters} />
      </section>
      <section className="r-sec" aria-labelledby="persone">
        <h2 id="persone">Le tue persone</h2>
        <CentreFilter filters={filters} entries={entries} modules={loaderData.moduleOptions} />
        <div className="mt-3">
          <CentreTable rows={rows} />
        </div>
        {previous || next ? (
          <Pagination
            previous={previous ? pageAt({ prima: previous }) : null}
            next={next ? pageAt({ dopo: next }) : null}
            summary={countOf(total, 'persona in tutto', 'persone in tutto')}
          />
        ) : (
          <p className="r-small r-muted mt-3">{countOf(total, 'persona in tutto', 'persone in tutto')}.</p>
        )}
      </section>
    </>
  )
}

function kickOf(entries: Centre['entries']) {
  const [only] = entries
  return entries.length === 1 && only ? only.name : `Il mio centro, ${countOf(entries.length, 'sede', 'sedi')}`
}

function titleOf({ people, completed, moduleTitle }: Centre) {
  const what = moduleTitle ? `il modulo «${moduleTitle}»` : 'il piano'
  if (people === 1) return completed === 1 ? `La tua persona ha completato ${what}` : `La tua persona segue ${what}`
  const has = completed === 1 ? 'ha' : 'hanno'
  return `${formatNumber(completed)} delle tue ${formatNumber(people)} persone ${has} completato ${what}`
}

function leadOf({ freedTotal }: Centre) {
  const minutes = totalFreed(freedTotal)
  return minutes === 0 ? 'Non ci sono ore da liberare.' : `Restano ${formatMinutes(minutes)} da liberare.`
}
