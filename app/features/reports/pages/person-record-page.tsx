import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { profileNames } from '~/features/auth/role-names'
import { trainingModules } from '~/features/curriculum/rules/final-test'
import { ModuleProgressTable } from '~/features/evidence/components/module-progress-table'
import { formatDate, formatDay } from '~/lib/dates'
import { Facts } from '~/ui/facts'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { listAddress } from '../cabina-filters.schema'
import { EvidenceTable } from '../components/evidence-table'
import { findPersonRecord } from '../person-record.queries.server'
import { writeNamedReading } from '../read-named.server'
import type { Route } from './+types/person-record-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.name ?? 'Persona'} – Rotta` }]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('progress.read', request, context)
  const record = await findPersonRecord(by, params.enrolment)
  if (!record) throw data(null, { status: 404 })
  const { person, modules, lines, profile, enrolledAt, completedOn, version } = record
  await writeNamedReading(by, { action: 'progress.read-named', personId: person.id })
  return {
    name: `${person.firstName} ${person.lastName}`,
    entry: person.homeEntry?.name ?? null,
    homeEntryId: person.homeEntryId,
    profile,
    enrolledAt,
    completedOn,
    version: version.number,
    modules,
    lines,
  }
}

export default function PersonRecordPage({ loaderData }: Route.ComponentProps) {
  const { name, entry, homeEntryId, profile, enrolledAt, completedOn, version, modules, lines } = loaderData
  const training = trainingModules(modules)
  const done = training.filter(({ completedAt }) => completedAt).length
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Avanzamento', to: '/cabina' },
          { label: 'Persone', to: listAddress({ profilo: profile, sede: homeEntryId ?? 'nessuna' }) },
          { label: name },
        ]}
      />
      <PageTitle
        kick={entry ?? 'Nessuna sede'}
        title={`${name}: ${done} ${done === 1 ? 'modulo completato' : 'moduli completati'} su ${training.length}`}
        lead="Ogni consultazione di questa pagina resta scritta."
      />
      <Facts
        items={[
          { term: 'Profilo', description: profileNames[profile] ?? profile },
          { term: 'Versione del piano', description: String(version) },
          { term: 'Iscrizione', description: formatDate(enrolledAt) },
          { term: 'Piano', description: completedOn ? `Completato il ${formatDay(completedOn)}` : 'In corso' },
        ]}
      />
      <section className="r-sec" aria-labelledby="moduli">
        <h2 id="moduli">I moduli</h2>
        <ModuleProgressTable modules={modules} />
      </section>
      <section className="r-sec" aria-labelledby="registrate">
        <h2 id="registrate">Che cosa c’è dietro</h2>
        {modules.map(({ slug, title }) => (
          <EvidenceTable key={slug} title={title} lines={lines.filter(({ moduleSlug }) => moduleSlug === slug)} />
        ))}
        <p className="r-small r-muted mt-3">
          Lezioni e ore. I risultati dei test e delle osservazioni qui non si vedono: li vedono la persona, chi la forma
          e chi è responsabile della sua sede.
        </p>
      </section>
    </>
  )
}
