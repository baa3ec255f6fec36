import type { ReactNode } from 'react'
import { Link } from 'react-router'

export type Figure = { label: string; value: ReactNode; unit?: ReactNode; to?: string }

/** A few large numbers; a number with `to` opens the list it comes from. */
export function Figures({ items }: { items: Figure[] }) {
  return (
    <dl className="r-figs">
      {items.map(({ label, value, unit, to }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {to ? <Link to={to}>{value}</Link> : value}
            {unit ? <small> {unit}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
