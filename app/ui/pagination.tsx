import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from './icon'

type Step = { to: string; label?: string }
type PaginationProps = { previous?: Step | null; next?: Step | null; summary?: ReactNode; label?: string }

/** One page back, one page on, and where one is. */
export function Pagination({ previous, next, summary, label = 'Pagine' }: PaginationProps) {
  return (
    <nav className="r-pager r-row r-btw r-rule r-noprint" aria-label={label}>
      {previous ? (
        <Link className="r-link r-tap" to={previous.to} rel="prev">
          <Icon name="arrow-left" />
          {previous.label ?? 'Pagina precedente'}
        </Link>
      ) : (
        <span />
      )}
      {summary ? <span className="r-small r-muted r-num">{summary}</span> : null}
      {next ? (
        <Link className="r-link r-tap" to={next.to} rel="next">
          {next.label ?? 'Pagina successiva'}
          <Icon name="arrow-right" />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
