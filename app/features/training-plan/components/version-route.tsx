import { formatDate } from '~/lib/dates'
import { type FlowStop, RouteFlow } from '~/ui/route-flow'
import type { VersionState } from '../rules/version-state'

type VersionRouteProps = { state: VersionState; createdAt: Date; submittedAt: Date | null; closedAt: Date | null }

/** The life of a version as a route: draft, submission, review, decision, in force. */
export function VersionRoute(props: VersionRouteProps) {
  const stops = stopsOf(props)
  const found = stops.findIndex((stop) => stop.state === 'now' || stop.state === 'stop')
  const at = found < 0 ? stops.length - 1 : found
  return (
    <RouteFlow
      label="Stato della versione"
      stops={stops}
      now={
        <>
          <strong>
            {at + 1} di {stops.length}:
          </strong>{' '}
          {stops[at]?.label}
        </>
      }
    />
  )
}

function stopsOf({ state, createdAt, submittedAt, closedAt }: VersionRouteProps): FlowStop[] {
  const on = (day: Date | null) => (day ? ` il ${formatDate(day)}` : '')
  if (state === 'draft') {
    return [
      { label: `Bozza, iniziata il ${formatDate(createdAt)}`, state: 'now' },
      { label: 'Presentata' },
      { label: 'In esame' },
      { label: 'Decisione' },
      { label: 'In vigore' },
    ]
  }
  const before: FlowStop[] = [
    { label: 'Bozza', state: 'done' },
    { label: `Presentata${on(submittedAt)}`, state: 'done' },
  ]
  if (state === 'in-review') {
    return [...before, { label: 'In esame', state: 'now' }, { label: 'Decisione' }, { label: 'In vigore' }]
  }
  const reviewed: FlowStop[] = [...before, { label: 'Esaminata', state: 'done' }]
  if (state === 'returned' || state === 'undecided') {
    const label = state === 'returned' ? `Rinviata${on(closedAt)}` : `Senza decisione${on(closedAt)}`
    return [...reviewed, { label, state: 'stop' }, { label: 'In vigore', state: 'off' }]
  }
  return [
    ...reviewed,
    { label: `Approvata${on(closedAt)}`, state: 'done' },
    state === 'in-force'
      ? { label: 'In vigore', state: 'now' }
      : { label: 'Superata da un’altra versione', state: 'off' },
  ]
}
