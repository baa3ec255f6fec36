import { data, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatDateTime } from '~/lib/dates'
import { countOf } from '~/lib/numbers'
import { readForm } from '~/platform/http/read-form.server'
import { EmptyState } from '~/ui/empty-state'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { Pagination } from '~/ui/pagination'
import { countAuditRows, findAuditPage, findChainHead, findPersonForAudit } from '../audit.queries.server'
import { auditQuery, auditSearchForm, readAuditFilters } from '../audit-filters.schema'
import { AuditFilter, AuditPersonForm } from '../components/audit-filter'
import { AuditTable } from '../components/audit-table'
import type { Route } from './+types/audit-page'

export const meta: Route.MetaFunction = () => [{ title: 'Registro – Rotta' }]

const page = '/amministrazione/registro'

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('audit.read', request, context)
  const filters = readAuditFilters(url.searchParams)
  const row = (name: string) => Number.parseInt(url.searchParams.get(name) ?? '', 10) || undefined
  const filtered = auditQuery(filters) !== ''
  const [found, head, person, matching] = await Promise.all([
    findAuditPage(by, filters, { before: row('prima'), after: row('dopo') }),
    findChainHead(),
    filters.persona ? findPersonForAudit(by, { id: filters.persona }) : null,
    filtered ? countAuditRows(by, filters) : null,
  ])
  return { ...found, head, person, filters, matching }
}

/** Finds a person by e-mail, and goes on with the id. */
export async function action({ request, context, url }: Route.ActionArgs) {
  const by = authorise('audit.read', request, context)
  const typed = String((await readForm(request)).get('email') ?? '').trim()
  const form = auditSearchForm.safeParse({ email: typed || undefined })
  if (!form.success) return data({ typed, error: form.error.issues[0]?.message ?? '' }, { status: 422 })
  if (!form.data.email) return data({ typed, error: '' })
  const person = await findPersonForAudit(by, { email: form.data.email })
  if (!person) return data({ typed, error: 'Nessuna persona ha questo indirizzo: controllalo' }, { status: 422 })
  throw redirect(page + auditQuery(readAuditFilters(url.searchParams), { persona: person.id }), 303)
}

export default function AuditPage({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, newer, older, head, person, filters, matching } = loaderData
  const query = auditQuery(filters)
  const pageAt = (cursor: Record<string, string>) => page + auditQuery(filters, cursor)
  return (
    <>
      <Breadcrumb items={[{ label: 'Amministrazione', to: '/amministrazione' }, { label: 'Registro' }]} />
      <PageTitle
        title={titleOf(matching, head?.seq ?? 0)}
        lead="Ogni atto resta scritto: non si cambia e non si cancella. Ogni riga porta l’impronta di quella prima."
      />
      <AuditPersonForm typed={actionData?.typed ?? ''} error={actionData?.error ?? ''} query={query} />
      <AuditFilter filters={filters} />
      {person ? (
        <Note className="mt-3" title={`Atti di ${person.firstName} ${person.lastName}, o su di lei`}>
          {person.email}
        </Note>
      ) : null}
      <section className="r-sec" aria-label="Atti">
        {rows.length > 0 ? (
          <>
            <AuditTable rows={rows} />
            <Pagination
              previous={newer ? { to: pageAt({ dopo: String(newer) }), label: 'Atti più recenti' } : null}
              next={older ? { to: pageAt({ prima: String(older) }), label: 'Atti meno recenti' } : null}
            />
          </>
        ) : (
          <EmptyState title="Qui non c’è nessun atto" lead="Togli un filtro, o allarga il periodo." />
        )}
      </section>
      <form method="post" action={`${page}/esporta${query}`} className="mt-4">
        <button className="btn btn-outline-primary" type="submit">
          Scarica questi atti (CSV)
        </button>
        <p className="r-small r-muted mt-2">Anche lo scaricamento resta scritto nel registro.</p>
      </form>
      {head ? (
        <section className="r-sec" aria-labelledby="catena">
          <h2 id="catena">Impronta dell’ultima riga</h2>
          <p className="r-hash">{head.digest}</p>
          <p className="r-small r-muted">
            Riga {head.seq}, del {formatDateTime(head.at)}. Chi ha accesso al server controlla tutta la catena con{' '}
            <code>npm run rotta -- audit verify</code>.
          </p>
        </section>
      ) : null}
    </>
  )
}

/** How many acts are shown: those that the filters let through, or all of the log. */
function titleOf(matching: number | null, all: number) {
  if (matching !== null) return countOf(matching, 'atto con questi filtri', 'atti con questi filtri')
  return all > 0 ? countOf(all, 'atto nel registro', 'atti nel registro') : 'Il registro è vuoto'
}
