import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { classNames } from './class-names'
import { type RouteState, routeStateText } from './route-state'

export type FlowStop = { label: string; state?: RouteState; stateText?: string; to?: string; number?: ReactNode }

/** With more stops than these their labels are too narrow to be read: the list below says them. */
const mostLabelled = 12

type RouteFlowProps = {
  label: string
  stops: FlowStop[]
  /** The current stop in words, for screens that hide the labels. */
  now?: ReactNode
  /** A solid line: order without progress. */
  flow?: boolean
}

/** The route, horizontal. */
export function RouteFlow({ label, stops, now, flow }: RouteFlowProps) {
  const long = stops.length > mostLabelled
  return (
    <>
      <ol
        className={classNames('r-route r-route--h', flow && 'r-route--flow', long && 'r-route--long')}
        aria-label={label}
      >
        {stops.map((stop, index) => (
          <li
            key={stop.label}
            className={stop.state && `is-${stop.state}`}
            aria-current={stop.state === 'now' ? 'step' : undefined}
          >
            <Hit to={stop.to}>
              <span className="r-stop" aria-hidden="true">
                <span className="n">{stop.number ?? index + 1}</span>
              </span>
              <span className={classNames('lb', long && 'visually-hidden')}>
                {stop.label}
                <StateText stop={stop} flow={flow} />
              </span>
            </Hit>
          </li>
        ))}
      </ol>
      {now ? <p className="r-now">{now}</p> : null}
    </>
  )
}

function Hit({ to, children }: { to?: string; children: ReactNode }) {
  return to ? (
    <Link to={to} className="r-hit">
      {children}
    </Link>
  ) : (
    <span className="r-hit">{children}</span>
  )
}

function StateText({ stop, flow }: { stop: FlowStop; flow?: boolean }) {
  const text = stop.stateText ?? (flow ? '' : routeStateText[stop.state ?? 'todo'])
  return text ? <span className="visually-hidden">: {text}</span> : null
}
