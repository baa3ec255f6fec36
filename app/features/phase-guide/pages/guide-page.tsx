import { Link } from 'react-router'
import { DataTable } from '~/ui/data-table'
import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { FlowPicture } from '../components/flow-picture'
import { SearchForm } from '../components/search-form'
import { SourceLine } from '../components/source-line'
import { guide } from '../guide.server'
import type { Route } from './+types/guide-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = () => [{ title: 'Guida alle nove fasi – Rotta' }]

export function loader() {
  const { flow, taskRows } = guide()
  return { flow, taskRows }
}

export default function GuidePage({ loaderData: { flow, taskRows } }: Route.ComponentProps) {
  return (
    <>
      <PageTitle
        title="Guida alle nove fasi"
        lead="Che cosa fanno la persona, il CPI e il Navigator in ciascuna delle nove fasi."
      />
      <SearchForm />
      <section className="r-sec" aria-labelledby="nove-fasi">
        <h2 id="nove-fasi">Le nove fasi</h2>
        <FlowPicture stops={flow} />
      </section>
      <div className="r-split r-sec">
        <section aria-labelledby="attivita">
          <h2 id="attivita" className="mb-3">
            Le 21 attività del Navigator
          </h2>
          <DataTable
            caption="Le attività del Navigator, nell’ordine della matrice"
            captionHidden
            rows={taskRows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'task',
                header: 'Attività',
                cell: ({ id, title }) => (
                  <Link to={`/guida/attivita/${id}`}>
                    <span className="r-id">{id}</span> {title}
                  </Link>
                ),
              },
              { key: 'whom', header: 'Chi affianca', cell: ({ whom }) => whom },
              {
                key: 'phase',
                header: 'Fase',
                cell: ({ phase }) => (
                  <Link to={`/guida/fasi/${phase.number}`}>
                    {phase.number}, {phase.shortTitle}
                  </Link>
                ),
              },
            ]}
          />
          <p className="r-small r-muted">
            I 32 compiti del CPI stanno nelle pagine delle fasi, accanto a quello che fa la persona.
          </p>
        </section>
        <aside className="r-panel align-self-start" aria-labelledby="allo-sportello">
          <h2 id="allo-sportello">Altre pagine</h2>
          <ul className="r-list">
            <PageLink to="/glossario">Glossario</PageLink>
            <PageLink to="/guida/ulteriori-attivita">Ulteriori attività: le crisi aziendali</PageLink>
            <PageLink to="/fonti">Fonti</PageLink>
            <PageLink to="/storia">Nota storica</PageLink>
          </ul>
        </aside>
      </div>
      <p className="r-small r-muted mt-5 mb-0">
        La matrice indica ciò che il Navigator può fare; l’organizzazione dei servizi resta alle amministrazioni
        regionali.
      </p>
      <SourceLine cite="Allegato 1, par. 3 e 3.2" />
    </>
  )
}

function PageLink({ to, children }: { to: string; children: string }) {
  return (
    <li className="mb-2">
      <Link className="r-link" to={to}>
        {children}
      </Link>
    </li>
  )
}
