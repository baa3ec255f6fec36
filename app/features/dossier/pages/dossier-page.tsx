import { requireSignedIn } from '~/features/auth/authorise.server'
import { formatDateTime } from '~/lib/dates'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { PrintButton } from '~/ui/print-button'
import { DossierEnrolmentSection } from '../components/dossier-enrolment'
import { PersonSections } from '../components/person-sections'
import { ReadingSections } from '../components/reading-sections'
import { findDossier } from '../dossier.queries.server'
import type { Route } from './+types/dossier-page'

export const meta: Route.MetaFunction = () => [{ title: 'I miei dati – Rotta' }]

export function loader({ request, context }: Route.LoaderArgs) {
  const { personId } = requireSignedIn(request, context)
  return findDossier(personId, new Date())
}

export default function DossierPage({ loaderData }: Route.ComponentProps) {
  const { persona, iscrizioni, creato_il } = loaderData
  return (
    <div className="r-dossier">
      <Breadcrumb items={[{ label: 'Il tuo profilo', to: '/profilo' }, { label: 'I miei dati' }]} />
      <PageTitle
        kick={`Situazione al ${formatDateTime(new Date(creato_il))}`}
        title={`Tutto quello che Rotta sa di ${persona.nome} ${persona.cognome}`}
        lead="Questa pagina la vedi solo tu. La password non c’è: Rotta ne tiene una traccia da cui non si ricava. Le risposte giuste di un test ci sono quando l’hai superato."
      >
        <form method="post" action="/dossier/scarica" className="r-row r-noprint mt-3">
          <button className="btn btn-primary" type="submit">
            Scarica i tuoi dati (JSON)
          </button>
          <PrintButton>Stampa i tuoi dati</PrintButton>
        </form>
      </PageTitle>
      <PersonSections dossier={loaderData} />
      {iscrizioni.map((enrolment) => (
        <DossierEnrolmentSection key={enrolment.id} enrolment={enrolment} />
      ))}
      <ReadingSections dossier={loaderData} />
    </div>
  )
}
