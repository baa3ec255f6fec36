import { data } from 'react-router'
import { Deadline } from '~/ui/deadline'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { PrintButton } from '~/ui/print-button'
import { type FlowStop, RouteFlow } from '~/ui/route-flow'
import { Neighbours } from '../components/neighbours'
import { PageBasis } from '../components/page-basis'
import { PhaseRoles, SpecialCases } from '../components/phase-roles'
import { PlanLinkText, ToldPlanNote } from '../components/plan-link'
import { SourceLine } from '../components/source-line'
import { RunningStatements, Statement, Statements } from '../components/statements'
import { guide } from '../guide.server'
import type { PhaseLink } from '../guide-views'
import { findReadPlan } from '../read-plan.queries.server'
import { phaseModules } from '../training-view.server'
import type { Route } from './+types/phase-page'

export const handle: PageHandle = { sharedWhenAnonymous: 'as-long-as-the-plan' }
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Fase ${loaderData.phase.number}, ${loaderData.phase.title} – Rotta` : 'Guida – Rotta' },
]

export async function loader({ params, context }: Route.LoaderArgs) {
  const { phases, flow } = guide()
  const phase = phases.find(({ number }) => String(number) === params.number)
  if (!phase) throw data(null, { status: 404 })
  const training = phaseModules(await findReadPlan(context), phase.number)
  return {
    phase,
    flow: flow.map(({ number, shortTitle, taskCount }) => ({ number, shortTitle, taskCount })),
    training,
    toldPlan: training?.plan.number ?? null,
  }
}

export default function PhasePage({ loaderData: { phase, flow, training } }: Route.ComponentProps) {
  return (
    <div className="r-sheet">
      <Breadcrumb items={[{ label: 'Guida', to: '/guida' }, { label: `Fase ${phase.number}` }]} />
      <div className="mt-3 r-noprint">
        <RouteFlow flow label="Le nove fasi" stops={flow.map((stop) => flowStop(stop, phase.number))} />
      </div>
      <PageTitle
        kick={`Fase ${phase.number} di 9`}
        title={phase.title}
        lead={<RunningStatements statements={phase.lead} />}
      >
        {phase.deadlines.map(({ value, ...statement }) => (
          <Deadline key={statement.text} term={value}>
            <Statement statement={statement} />
          </Deadline>
        ))}
      </PageTitle>
      <div className="r-split">
        <div>
          {phase.inMatrix ? (
            <>
              <Note kind="key" title="Il Navigator affianca, non sostituisce">
                Il caso resta all’operatore del CPI: il Navigator lavora accanto a lui.
              </Note>
              <PhaseRoles phase={phase} />
            </>
          ) : null}
          {phase.specialCases.length > 0 ? <SpecialCases cases={phase.specialCases} /> : null}
          {phase.notes.length > 0 ? (
            <section className={phase.inMatrix ? 'r-sec r-noprint' : undefined} aria-labelledby="da-sapere">
              <h2 id="da-sapere" className="mb-3">
                Da sapere
              </h2>
              <Statements statements={phase.notes} />
            </section>
          ) : null}
          <PageBasis items={phase.basis} unprinted />
        </div>
        <aside className="r-side" aria-label="Strumenti, formazione e stampa">
          {phase.tools.length > 0 ? (
            <section>
              <h2>Strumenti</h2>
              <ul className="r-list">
                {phase.tools.map((tool) => (
                  <li key={tool.text}>
                    <Statement statement={tool} />
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {training && training.modules.length > 0 ? (
            <section className="r-noprint">
              <h2>Nel piano formativo</h2>
              <ul className="r-list">
                {training.modules.map((module) => (
                  <li key={module.title} className="mb-2">
                    <PlanLinkText link={module} />
                  </li>
                ))}
              </ul>
              <ToldPlanNote plan={training.plan} />
            </section>
          ) : null}
          <section className="r-noprint">
            <PrintButton>Stampa questa fase</PrintButton>
          </section>
        </aside>
      </div>
      <Neighbours
        label="Fase precedente e successiva"
        previous={phase.previous && neighbour(phase.previous)}
        next={phase.next && neighbour(phase.next)}
      />
      <SourceLine cite={phase.cite} />
    </div>
  )
}

function neighbour({ number, shortTitle }: PhaseLink) {
  return { to: `/guida/fasi/${number}`, text: `Fase ${number}, ${shortTitle}` }
}

function flowStop(stop: PhaseLink & { taskCount: number }, open: number): FlowStop {
  const place = { label: stop.shortTitle, to: `/guida/fasi/${stop.number}` }
  if (stop.number === open) return { ...place, state: 'now', stateText: 'fase aperta' }
  return stop.taskCount > 0
    ? { ...place, state: 'full' }
    : { ...place, state: 'off', stateText: 'nessuna attività del Navigator' }
}
