import { Link } from 'react-router'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { FlowPicture } from '~/features/phase-guide/components/flow-picture'
import { SearchForm } from '~/features/phase-guide/components/search-form'
import { guide } from '~/features/phase-guide/guide.server'
import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { FirstAction } from '../components/first-action'
import { Landing } from '../components/landing'
import { SignedInHome } from '../components/signed-in-home'
import { homeData } from '../home-data.server'
import type { Route } from './+types/home-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = () => [{ title: 'Formazione sul Reddito di cittadinanza – Rotta' }]

export async function loader({ request, context }: Route.LoaderArgs) {
  return { person: await homeData(request, context), flow: guide().flow }
}

export default function HomePage({ loaderData: { person, flow } }: Route.ComponentProps) {
  return (
    <>
      {person ? (
        <PageTitle title={`Ciao, ${person.firstName}`} lead={rolesText(person.roles)} />
      ) : (
        <PageTitle
          title="La rotta per lavorare insieme sul Reddito di cittadinanza"
          lead="Rotta forma gli operatori dei centri per l’impiego della Lombardia e i Navigator. La guida è aperta a tutti; per la tua formazione accedi."
        >
          <p className="mt-3 mb-0">
            <Link className="btn btn-outline-primary" to="/accedi">
              Accedi
            </Link>
          </p>
        </PageTitle>
      )}
      {person ? <FirstAction step={person.step} area={person.areas[0]} /> : null}
      <div className={person ? 'r-sec' : undefined}>
        <SearchForm quiet={person !== null && (person.step !== null || person.areas.length > 0)} />
      </div>
      {person ? <SignedInHome {...person} /> : null}
      <section className="r-sec" aria-labelledby="nove-fasi">
        <h2 id="nove-fasi">Le nove fasi</h2>
        <FlowPicture stops={flow} />
      </section>
      {person ? null : <Landing />}
      <div className="r-sec">
        <NormsNote />
      </div>
    </>
  )
}

function rolesText(roles: string[]) {
  if (roles.length === 0) return 'Oggi non hai ruoli attivi.'
  return `${roles.length === 1 ? 'Il tuo ruolo' : 'I tuoi ruoli'} oggi: ${roles.join(', ')}.`
}
