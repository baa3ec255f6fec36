import { Link } from 'react-router'
import { countOf } from '~/lib/numbers'
import { RouteList } from '~/ui/route-list'
import type { FlowStopView } from '../guide-views'
import { FlowDrawing } from './flow-drawing'

/** The nine phases as a line with stops: drawn on wide screens, a list on narrow ones, from the same stops. */
export function FlowPicture({ stops }: { stops: FlowStopView[] }) {
  return (
    <>
      <FlowDrawing stops={stops} />
      <RouteList
        flow
        className="r-narrow"
        label="Le nove fasi"
        stops={stops.map((stop) => ({
          key: String(stop.number),
          number: stop.number,
          state: stop.taskCount > 0 ? 'full' : 'off',
          title: (
            <h3>
              <Link to={`/guida/fasi/${stop.number}`}>
                <span className="visually-hidden">Fase {stop.number}, </span>
                {stop.title}
              </Link>
            </h3>
          ),
          children: <StopText stop={stop} />,
        }))}
      />
      <p className="r-small r-muted mt-3">
        Fermata piena: il Navigator affianca. Fermata tratteggiata: il Piano non prevede attività del Navigator. Questa
        figura è nostra: le figure 1 e 2 dell’atto non sono nel testo disponibile.
      </p>
    </>
  )
}

function StopText({ stop: { taskCount, deadline, branch } }: { stop: FlowStopView }) {
  return (
    <div className="r-small r-muted">
      <p className="r-small mb-0">{tasksText(taskCount)}</p>
      {deadline ? (
        <p className="r-small mb-0">
          {deadline.value} {deadline.text}
        </p>
      ) : null}
      {branch ? (
        <p className="r-small mb-0">
          <Link to={branch.to}>{branch.title}</Link>: {branch.text}
        </p>
      ) : null}
    </div>
  )
}

/** "3 attività del Navigator" */
function tasksText(count: number): string {
  return count === 0 ? 'Nessuna attività del Navigator' : `${countOf(count, 'attività', 'attività')} del Navigator`
}
