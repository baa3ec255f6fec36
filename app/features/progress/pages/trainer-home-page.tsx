import { Link } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatDate } from '~/lib/dates'
import { countOf, formatNumber } from '~/lib/numbers'
import { Figures } from '~/ui/figures'
import { PageTitle } from '~/ui/frame/page-title'
import { ActionTable } from '../components/action-table'
import { ObserveTable } from '../components/observe-table'
import { readTrainerPages, trainerHomeAddress } from '../trainer-home.schema'
import { findTrainerHome, type TrainerHome } from '../trainer-home.server'
import type { Route } from './+types/trainer-home-page'

export const meta: Route.MetaFunction = () => [{ title: 'Chi aspetta te – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('progress.train', request, context)
  const others = {
    reviewer: authorise('observation.review', request, context),
    unlocker: authorise('assessment.unlock', request, context),
  }
  return findTrainerHome(by, others, readTrainerPages(url.searchParams))
}

export default function TrainerHomePage({ loaderData }: Route.ComponentProps) {
  const { people, toObserve, practice, reviews, unlocks, drafts, actions, today } = loaderData
  const pages = { pagina: toObserve.page, azioni: actions.page }
  return (
    <>
      <PageTitle kick="Chi aspetta te" title={titleOf(people)} lead={leadOf(loaderData)} />
      <Figures
        items={[
          { label: 'da osservare', value: formatNumber(toObserve.total), to: '#da-osservare' },
          { label: 'voci di ore da convalidare', value: formatNumber(practice.count), to: '/pratica/convalida' },
          { label: 'disaccordi da riesaminare', value: formatNumber(reviews.count), to: '/osservazioni/riesami' },
          { label: 'test da sbloccare', value: formatNumber(unlocks.count), to: '/sblocchi' },
        ]}
      />
      <OldestWaiting practice={practice} reviews={reviews} unlocks={unlocks} />
      <section className="r-sec" aria-labelledby="da-osservare">
        <h2 id="da-osservare">Da osservare</h2>
        <p className="r-muted">
          Hanno letto le lezioni e superato il test del modulo: manca l’osservazione sul lavoro. Prima chi aspetta da
          più tempo.
        </p>
        <ObserveTable list={toObserve} addressOf={(pagina) => trainerHomeAddress({ ...pages, pagina })} />
      </section>
      <section className="r-sec" aria-labelledby="azioni">
        <h2 id="azioni">Azioni concordate da riprendere</h2>
        <p className="r-muted">
          Dalle osservazioni che hai firmato: quelle scadute e quelle dei prossimi sette giorni.
        </p>
        <ActionTable list={actions} today={today} addressOf={(azioni) => trainerHomeAddress({ ...pages, azioni })} />
      </section>
      <section className="r-sec r-w" aria-labelledby="bozze">
        <h2 id="bozze">Le tue bozze</h2>
        <Drafts drafts={drafts} />
      </section>
    </>
  )
}

function titleOf(people: number) {
  if (people === 0) return 'Oggi non ti aspetta nessuno'
  return people === 1 ? 'Ti aspetta una persona' : `Ti aspettano ${formatNumber(people)} persone`
}

function leadOf({ people }: TrainerHome) {
  return people === 0
    ? 'Qui trovi chi è da osservare, le ore da convalidare, i disaccordi da riesaminare e i test da sbloccare.'
    : 'Ogni numero apre il suo elenco.'
}

type Queues = Pick<TrainerHome, 'practice' | 'reviews' | 'unlocks'>

/** Since when the first of each queue waits: what is long overdue is seen before it is opened. */
function OldestWaiting({ practice, reviews, unlocks }: Queues) {
  const queues = [
    { what: 'Ore sul lavoro: le prime sono state scritte il', oldest: practice.oldest },
    { what: 'Disaccordi: il primo è del', oldest: reviews.oldest },
    { what: 'Test: chi aspetta da più tempo ha finito i tentativi il', oldest: unlocks.oldest },
  ].filter(({ oldest }) => oldest)
  if (queues.length === 0) return null
  return (
    <ul className="r-list r-small r-muted mt-3">
      {queues.map(({ what, oldest }) => (
        <li key={what}>
          {what} {oldest ? formatDate(oldest) : null}.
        </li>
      ))}
    </ul>
  )
}

function Drafts({ drafts: { observations, registers } }: Pick<TrainerHome, 'drafts'>) {
  if (observations + registers === 0) return <p>Non hai nulla di iniziato e non firmato.</p>
  return (
    <ul className="r-list">
      {observations > 0 ? (
        <li>
          <Link to="/osservazioni">{countOf(observations, 'osservazione da firmare', 'osservazioni da firmare')}</Link>
        </li>
      ) : null}
      {registers > 0 ? (
        <li>
          <Link to="/aula">{countOf(registers, 'registro da firmare', 'registri da firmare')}</Link>
        </li>
      ) : null}
    </ul>
  )
}
