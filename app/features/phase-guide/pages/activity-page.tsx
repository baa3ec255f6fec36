import { data, Link } from 'react-router'
import { Facts } from '~/ui/facts'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { LinkedActivities, TermList } from '../components/activity-aside'
import { ActivityTraining } from '../components/activity-training'
import { Neighbours } from '../components/neighbours'
import { PageBasis } from '../components/page-basis'
import { SourceLine } from '../components/source-line'
import { Statements } from '../components/statements'
import { guide } from '../guide.server'
import type { Named, StatementView } from '../guide-views'
import { findReadPlan } from '../read-plan.queries.server'
import { trainingView } from '../training-view.server'
import { supportInWords } from '../whom'
import type { Route } from './+types/activity-page'

export const handle: PageHandle = { sharedWhenAnonymous: 'as-long-as-the-plan' }
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.activity.id} ${loaderData.activity.title} – Rotta` : 'Guida – Rotta' },
]

export async function loader({ params, context }: Route.LoaderArgs) {
  const activity = guide().activities.get(params.id)
  if (!activity) throw data(null, { status: 404 })
  const training = trainingView(await findReadPlan(context), activity.id)
  return { activity, training, toldPlan: training?.plan.number ?? null }
}

export default function ActivityPage({ loaderData: { activity, training } }: Route.ComponentProps) {
  const { id, kind, phase, support } = activity
  const isTask = kind === 'task'
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Guida', to: '/guida' },
          { label: `Fase ${phase.number}, ${phase.shortTitle}`, to: `/guida/fasi/${phase.number}` },
          { label: id },
        ]}
      />
      <PageTitle
        kick={isTask ? `Attività del Navigator ${id}` : `Compito del CPI ${id}`}
        title={activity.title}
        lead={activity.does}
      />
      <div className="r-split">
        <div>
          <Facts
            items={[
              support
                ? { term: 'Chi affianca il Navigator', description: supportInWords(support) }
                : { term: 'Chi lo fa', description: 'Il CPI' },
              {
                term: 'Fase',
                description: (
                  <Link to={`/guida/fasi/${phase.number}`}>
                    {phase.number}, {phase.shortTitle}
                  </Link>
                ),
              },
            ]}
          />
          <Part id="a-che-cosa-serve" title="A che cosa serve" statements={activity.purpose} />
          <Part id="come-si-fa" title="Come si fa" statements={activity.steps} ordered />
          <Part
            id="limiti"
            title={isTask ? 'Che cosa resta all’operatore' : 'A che cosa fare attenzione'}
            statements={activity.limits}
          />
        </div>
        <aside className="r-side" aria-label="Attività collegate e parole">
          <LinkedActivities kind={kind} linked={activity.linked} />
          <TermList terms={activity.terms} />
        </aside>
      </div>
      <ActivityTraining kind={kind} training={training} />
      <PageBasis items={activity.basis} />
      <Neighbours
        label={isTask ? 'Attività precedente e successiva' : 'Compito precedente e successivo'}
        previous={activity.previous && neighbour(activity.previous)}
        next={activity.next && neighbour(activity.next)}
      />
      <SourceLine cite={activity.cite} />
    </>
  )
}

type PartProps = { id: string; title: string; statements: StatementView[]; ordered?: boolean }

function Part({ id, title, statements, ordered }: PartProps) {
  return (
    <section className="r-sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Statements statements={statements} ordered={ordered} />
    </section>
  )
}

function neighbour({ id, title }: Named) {
  return { to: `/guida/attivita/${id}`, text: `${id} ${title}` }
}
