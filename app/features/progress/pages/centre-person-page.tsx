import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { profileNames } from '~/features/auth/role-names'
import { trainingModules } from '~/features/curriculum/rules/final-test'
import { formatDate, formatDay } from '~/lib/dates'
import { Facts } from '~/ui/facts'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { centreAddress } from '../centre-filters.schema'
import { type CentrePersonRecord, findCentrePerson } from '../centre-person.queries.server'
import { CentreModuleSection } from '../components/centre-module'
import type { Route } from './+types/centre-person-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.name ?? 'Persona'} – Rotta` }]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('progress.centre', request, context)
  const record = await findCentrePerson(by, params.enrolment)
  if (!record) throw data(null, { status: 404 })
  return record
}

export default function CentrePersonPage({ loaderData }: Route.ComponentProps) {
  const { name, entry, profile, version, enrolledAt, completedOn, next, modules } = loaderData
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Il mio centro', to: '/centro' },
          { label: entry.name, to: centreAddress({ sede: entry.id }) },
          { label: name },
        ]}
      />
      <PageTitle kick={entry.name} title={titleOf(loaderData)} />
      <Facts
        items={[
          { term: 'Profilo', description: profileNames[profile] ?? profile },
          { term: 'Versione del piano', description: String(version) },
          { term: 'Iscrizione', description: formatDate(enrolledAt) },
          { term: 'Piano', description: completedOn ? `Completato il ${formatDay(completedOn)}` : 'In corso' },
          { term: 'Prossimo passo', description: next },
        ]}
      />
      {modules.map((module) => (
        <CentreModuleSection key={module.slug} module={module} />
      ))}
      <p className="r-small r-muted mt-4">
        Di un test vedi data e punteggio, di un’osservazione esito e livello. Le risposte, le note di chi osserva e
        l’autovalutazione restano alla persona.
      </p>
    </>
  )
}

function titleOf({ name, modules }: CentrePersonRecord) {
  const training = trainingModules(modules)
  const done = training.filter(({ completedAt }) => completedAt).length
  return `${name}: ${done} ${done === 1 ? 'modulo completato' : 'moduli completati'} su ${training.length}`
}
