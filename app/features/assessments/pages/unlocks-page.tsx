import { authorise } from '~/features/auth/authorise.server'
import { EmptyState } from '~/ui/empty-state'
import { PageTitle } from '~/ui/frame/page-title'
import { Pagination } from '~/ui/pagination'
import { StatusMessage } from '~/ui/status-message'
import { ExhaustedTable } from '../components/exhausted-table'
import { UnlockFilter } from '../components/unlock-filter'
import { findEntriesInReach, findExhausted } from '../exhausted.queries.server'
import { readUnlockFilters, unlocksAddress } from '../unlock-filters.schema'
import type { Route } from './+types/unlocks-page'

export const meta: Route.MetaFunction = () => [{ title: 'Test da sbloccare – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('assessment.unlock', request, context)
  const filters = readUnlockFilters(url.searchParams)
  const [page, entries] = await Promise.all([findExhausted(by, filters), findEntriesInReach(by)])
  return {
    ...page,
    filters,
    entries: entries.map(({ id, name, provinceCode, province }) => ({
      id,
      name,
      provinceCode,
      province: province.name,
    })),
    unlocked: url.searchParams.get('fatto') === 'sblocco',
  }
}

export default function UnlocksPage({ loaderData }: Route.ComponentProps) {
  const { rows, more, filters, entries, unlocked } = loaderData
  const { pagina } = filters
  const pageAt = (number: number) => ({ to: unlocksAddress({ ...filters, pagina: number }) })
  return (
    <>
      <PageTitle
        title="Test da sbloccare"
        lead="Chi ha usato tutti i tentativi di un test lo può rifare solo se gli dai un altro tentativo, con il motivo."
      />
      <StatusMessage title={unlocked ? 'Il test è sbloccato: la persona lo può rifare subito.' : null} />
      <UnlockFilter filters={filters} entries={entries} />
      <section className="r-sec" aria-label="Elenco">
        <ExhaustedTable
          rows={rows}
          empty={
            <EmptyState
              title="Nessun test da sbloccare"
              lead="Qui trovi le persone dei tuoi centri quando finiscono i tentativi di un test."
            />
          }
        />
        {pagina > 1 || more ? (
          <Pagination
            previous={pagina > 1 ? pageAt(pagina - 1) : null}
            next={more ? pageAt(pagina + 1) : null}
            summary={`Pagina ${pagina}`}
          />
        ) : null}
      </section>
    </>
  )
}
