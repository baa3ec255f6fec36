import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { countOf } from '~/lib/numbers'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { DifferenceList } from '../components/difference-list'
import { findFullDifference } from '../full-difference.server'
import type { Route } from './+types/version-difference-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Differenze della versione ${loaderData?.version.number ?? ''} – Rotta` },
]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const difference = await findFullDifference(authorise('plan.review', request, context), params.id)
  if (!difference) throw data(null, { status: 404 })
  return difference
}

export default function VersionDifferencePage({ loaderData }: Route.ComponentProps) {
  const { version, compared, sections, count } = loaderData
  const page = `/cabina/piani/${version.id}`
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Versioni del piano', to: '/cabina/piani' },
          { label: `Versione ${version.number}`, to: page },
          { label: 'Differenze' },
        ]}
      />
      <PageTitle
        kick={`Versione ${version.number}`}
        title={compared ? titleOf(count, compared.number) : 'È la prima versione: non c’è nulla con cui confrontarla'}
        lead={
          compared
            ? 'Ciò che è tolto è barrato, ciò che è aggiunto è sottolineato. Delle chiavi dei test si dice solo se sono cambiate.'
            : null
        }
      />
      {sections.map(({ moduleSlug, title, changes }) => (
        <section className="r-sec r-w" key={title} aria-labelledby={`differenze-${moduleSlug ?? 'piano'}`}>
          <h2 id={`differenze-${moduleSlug ?? 'piano'}`}>{title}</h2>
          <DifferenceList changes={changes} versionId={version.id} />
        </section>
      ))}
    </>
  )
}

function titleOf(count: number, number: number) {
  if (count === 0) return `Non cambia nulla rispetto alla versione ${number}`
  return `${countOf(count, 'modifica', 'modifiche')} rispetto alla versione ${number}`
}
