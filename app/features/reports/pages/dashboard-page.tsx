import { data, Link } from 'react-router'
import { authorise, requireSignedIn } from '~/features/auth/authorise.server'
import { resolvePermission } from '~/features/auth/rules/resolve-permission'
import { profilePlurals } from '~/features/training-plan/plan-names'
import { findVersionToVote } from '~/features/training-plan/version-to-vote.queries.server'
import { countOf, formatNumber } from '~/lib/numbers'
import { BarPatterns } from '~/ui/charts/share-bar'
import { TileMap } from '~/ui/charts/tile-map'
import { EmptyState } from '~/ui/empty-state'
import { PageTitle } from '~/ui/frame/page-title'
import { NextStep } from '~/ui/next-step'
import { dashboardAddress, exportAddress, listAddress, readDashboardFilters } from '../cabina-filters.schema'
import { CompletionTrend } from '../components/completion-trend'
import { DashboardFilter } from '../components/dashboard-filter'
import { ExportForms } from '../components/export-forms'
import { HoursTable } from '../components/hours-table'
import { ModuleTable } from '../components/module-table'
import { NumberLink, PlaceTable } from '../components/place-table'
import { findDashboard } from '../dashboard.server'
import { baseWords, dashboardTitle, shareLead } from '../dashboard-words'
import { lowShare } from '../rules/place-figures'
import type { Route } from './+types/dashboard-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.title ?? 'Cabina di Regia'} – Rotta` },
]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('progress.read', request, context)
  const dashboard = await findDashboard(by, readDashboardFilters(url.searchParams))
  if (!dashboard) throw data(null, { status: 404 })
  const { grants } = requireSignedIn(request, context)
  const reviews = resolvePermission(grants, 'plan.review', undefined, by.today) === 'allowed'
  const toVote = reviews ? await findVersionToVote(authorise('plan.review', request, context)) : null
  const { filters, total, everywhere, moduleTitle } = dashboard
  const title = dashboardTitle({ profile: filters.profilo, total, everywhere, moduleTitle })
  return { ...dashboard, title, reviews, toVote }
}

export default function DashboardPage({ loaderData }: Route.ComponentProps) {
  const { filters, title, version, total, provinces, entries, trend, modules, hours, toVote, reviews } = loaderData
  const { profilo, provincia, modulo } = filters
  const who = profilePlurals[profilo]
  if (version === null) {
    return (
      <>
        <PageTitle kick="Cabina di Regia" title="Non c’è ancora un piano in vigore" />
        {toVote ? <ToVote {...toVote} /> : null}
        <EmptyState
          title="Qui vedrai chi completa il piano"
          lead="I numeri cominciano quando la Cabina approva una versione e qualcuno si iscrive."
        />
        {reviews ? <VersionsLink /> : null}
      </>
    )
  }
  return (
    <>
      <PageTitle
        kick={`Cabina di Regia, piano versione ${version} in vigore`}
        title={title}
        lead={shareLead(total, profilo)}
      />
      {toVote ? <ToVote {...toVote} /> : null}
      {reviews ? <VersionsLink /> : null}
      <DashboardFilter filters={filters} provinces={provinces} modules={loaderData.moduleOptions} />
      <BarPatterns />
      <div className="r-split r-split--even r-sec">
        {provinces.length > 1 ? (
          <section aria-labelledby="mappa">
            <h2 id="mappa" className="mb-3">
              Le {provinces.length === 12 ? 'dodici province' : 'tue province'}
            </h2>
            <TileMap
              lowWords={`sotto il ${lowShare} per cento`}
              tiles={provinces.map(({ id, name, completed, base, share, low }) => ({
                code: id,
                name,
                to: dashboardAddress({ profilo, modulo, provincia: id }),
                figure: `${formatNumber(completed)} su ${formatNumber(base)}`,
                share,
                low,
                current: id === provincia,
              }))}
            />
            <p className="r-small r-muted mt-3 mb-0">
              La linea è la quota di chi ha completato. Bordo tratteggiato e rombo: quota sotto il {lowShare} %, una
              soglia nostra. Posizione approssimata.
            </p>
          </section>
        ) : null}
        <section aria-labelledby="andamento">
          <h2 id="andamento" className="mb-3">
            Andamento
          </h2>
          <CompletionTrend
            who={who}
            points={trend}
            target={total.base > 0 ? { value: total.base, label: targetLabel(profilo, total.base) } : null}
          />
        </section>
      </div>
      <section className="r-sec" aria-labelledby="dove">
        <h2 id="dove">{entries ? `${total.name}, centri per l’impiego` : 'Province a confronto'}</h2>
        <PlaceTable
          caption={entries ? `Completamento per sede, ${total.name}` : 'Completamento per provincia'}
          profile={profilo}
          figures={entries ?? provinces}
          total={total}
          listOfAll={{ profilo, provincia, modulo }}
          listOf={({ id }) => (entries ? { profilo, modulo, provincia, sede: id } : { profilo, modulo, provincia: id })}
          nameTo={entries ? undefined : ({ id }) => dashboardAddress({ profilo, modulo, provincia: id })}
        />
        <p className="r-small r-muted">
          {baseWords(profilo)} Contorno della barra: {profilo === 'navigator' ? 'posti' : 'iscritti'}. Parte piena:
          completati. Righe oblique: quota sotto il {lowShare} %.
        </p>
        {loaderData.elsewhere ? <Elsewhere {...loaderData.elsewhere} filters={filters} /> : null}
      </section>
      <section className="r-sec" aria-labelledby="moduli">
        <h2 id="moduli">Moduli</h2>
        <ModuleTable modules={modules} filters={filters} />
        <p className="r-small r-muted">
          Test e osservazioni si mostrano solo per gruppi di almeno cinque persone, e mai in modo che si possa risalire
          a gruppi più piccoli, nemmeno a chi non ha ancora completato: altrimenti c’è un trattino.
        </p>
      </section>
      <section className="r-sec" aria-labelledby="ore">
        <h2 id="ore">Ore registrate e previste</h2>
        <HoursTable hours={hours} />
        <p className="r-small r-muted">
          Previste: le ore che il piano chiede a tutte le persone iscritte (
          {countOf(total.enrolled, 'persona', 'persone')}).
        </p>
      </section>
      <section className="r-sec r-noprint" aria-labelledby="scarica">
        <h2 id="scarica">Scarica i dati</h2>
        <ExportForms to={exportAddress()} what="la tabella per sede" named={false} />
        <p className="mt-3">
          <Link className="r-link" to={listAddress({ profilo, provincia, modulo })}>
            Apri l’elenco delle persone
          </Link>
        </p>
      </section>
    </>
  )
}

function targetLabel(profile: Route.ComponentProps['loaderData']['filters']['profilo'], base: number) {
  return profile === 'navigator' ? countOf(base, 'posto', 'posti') : countOf(base, 'iscritto', 'iscritti')
}

function ToVote({ id, number, title }: { id: string; number: number; title: string }) {
  return (
    <NextStep
      small
      title={title}
      action={
        <Link className="btn btn-primary" to={`/cabina/piani/${id}`}>
          Esamina la versione {number}
        </Link>
      }
    />
  )
}

function VersionsLink() {
  return (
    <p className="mt-3">
      <Link className="r-link" to="/cabina/piani">
        Versioni del piano, voti e verbali
      </Link>
    </p>
  )
}

type ElsewhereProps = {
  enrolled: number
  completed: number
  filters: Route.ComponentProps['loaderData']['filters']
}

/** People who belong to no entry count in the whole alone. */
function Elsewhere({ enrolled, completed, filters }: ElsewhereProps) {
  if (enrolled === 0) return null
  return (
    <p className="r-small">
      Nel totale c’è anche chi non ha una sede:{' '}
      <NumberLink value={enrolled} to={listAddress({ ...filters, sede: 'nessuna' })} what="iscritti senza sede" />, di
      cui{' '}
      <NumberLink
        value={completed}
        to={listAddress({ ...filters, sede: 'nessuna', stato: 'completato' })}
        what="completati senza sede"
      />{' '}
      con il {filters.modulo ? 'modulo' : 'piano'} completato.
    </p>
  )
}
