import { useId } from 'react'
import { Link } from 'react-router'
import type { GuideLink } from '../learning-views'

/** Pages of the guide, in a side column. */
export function GuideLinkList({ title, links }: { title: string; links: GuideLink[] }) {
  const heading = useId()
  if (links.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul className="r-list">
        {links.map(({ to, id, label }) => (
          <li key={to} className="mb-2">
            <Link to={to}>
              {id ? <span className="r-id">{id}</span> : null} {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
