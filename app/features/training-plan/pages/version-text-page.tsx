import { data, Link } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { trainingModules } from '~/features/curriculum/rules/final-test'
import { countOf } from '~/lib/numbers'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Pagination } from '~/ui/pagination'
import { ModuleFullText } from '../components/module-text'
import { PartHeading } from '../components/part-heading'
import { SizingByEntry, SizingTable } from '../components/sizing-table'
import { path } from '../rules/plan-parts'
import { findVersionText } from '../version-text.server'
import type { Route } from './+types/version-text-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.module?.label ?? `Testo della versione ${loaderData?.version.number ?? ''}`} – Rotta` },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('plan.review', request, context)
  const text = await findVersionText(by, params.id, url.searchParams.get('modulo'))
  if (!text) throw data(null, { status: 404 })
  return text
}

export default function VersionTextPage({ loaderData }: Route.ComponentProps) {
  const { version, title, modules, module, sizing } = loaderData
  const page = `/cabina/piani/${version.id}`
  const commentPage = version.open ? page : null
  const at = modules.findIndex(({ slug }) => slug === module?.slug)
  const crumbs = [
    { label: 'Versioni del piano', to: '/cabina/piani' },
    { label: `Versione ${version.number}`, to: page },
  ]
  if (module) {
    return (
      <>
        <Breadcrumb items={[...crumbs, { label: 'Testo', to: `${page}/testo` }, { label: module.label }]} />
        <PageTitle kick={`Versione ${version.number}, come è stata presentata`} title={module.label}>
          <NormsNote />
        </PageTitle>
        <ModuleFullText module={module} commentPage={commentPage} />
        <Pagination
          label="Moduli"
          previous={moduleStep(modules[at - 1])}
          next={moduleStep(modules[at + 1])}
          summary={module.final ? 'Test finale' : `Modulo ${at + 1} di ${trainingModules(modules).length}`}
        />
      </>
    )
  }
  return (
    <>
      <Breadcrumb items={[...crumbs, { label: 'Testo' }]} />
      <PageTitle
        kick={`Versione ${version.number}, come è stata presentata`}
        title={title}
        lead="Ogni modulo con lezioni, domande senza chiavi, scheda, attività e regole."
      />
      <section aria-labelledby="moduli">
        <h2 id="moduli">Moduli</h2>
        <ol className="r-list">
          {modules.map(({ slug, label, final, lessons, questions, criteria }) => (
            <li key={slug} className="mb-3">
              <Link to={`?modulo=${slug}`}>{label}</Link>
              <br />
              <span className="r-muted">
                {final
                  ? `${countOf(questions, 'domanda', 'domande')} estratte fra quelle dei moduli`
                  : [
                      countOf(lessons, 'lezione', 'lezioni'),
                      countOf(questions, 'domanda', 'domande'),
                      countOf(criteria, 'criterio', 'criteri'),
                    ].join(', ')}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {sizing ? (
        <section className="r-sec">
          <PartHeading part={path.sizing} level={2} commentPage={commentPage}>
            Dimensionamento
          </PartHeading>
          <SizingTable plan={sizing} />
          <SizingByEntry plan={sizing} />
        </section>
      ) : null}
    </>
  )
}

function moduleStep(module: { slug: string; label: string } | undefined) {
  return module ? { to: `?modulo=${module.slug}`, label: module.label } : null
}
