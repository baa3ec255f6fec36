import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { type RouteState, routeStateText } from './route-state'

export type ListStop = {
  key: string
  /** Heading, link or text of the stop. */
  title: ReactNode
  state?: RouteState
  /** Words for the state, read after the title; an empty string when the text already says it. */
  stateText?: string
  children?: ReactNode
  /** Left out in a side column, where stops are small. */
  number?: ReactNode
}

type RouteListProps = {
  stops: ListStop[]
  label?: string
  flow?: boolean
  /** What `aria-current` says of the stop `now`. */
  current?: 'step' | 'page'
  className?: string
}

/** The route, vertical. */
export function RouteList({ stops, label, flow, current = 'step', className }: RouteListProps) {
  return (
    <ol className={classNames('r-route', flow && 'r-route--flow', className)} aria-label={label}>
      {stops.map((stop) => {
        const text = stop.stateText ?? (flow ? '' : routeStateText[stop.state ?? 'todo'])
        return (
          <li
            key={stop.key}
            className={stop.state && `is-${stop.state}`}
            aria-current={stop.state === 'now' ? current : undefined}
          >
            <span className="r-stop" aria-hidden="true">
              {stop.number === undefined ? null : <span className="n">{stop.number}</span>}
            </span>
            {stop.title}
            {text ? <span className="visually-hidden">: {text}</span> : null}
            {stop.children}
          </li>
        )
      })}
    </ol>
  )
}
