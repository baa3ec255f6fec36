import { Link } from 'react-router'
import { Icon } from '~/ui/icon'

type Neighbour = { to: string; text: string }

/** The page before and the page after, in the order of the act. */
export function Neighbours({ label, previous, next }: { label: string; previous?: Neighbour; next?: Neighbour }) {
  return (
    <nav className="r-sec r-row r-btw r-rule r-noprint" aria-label={label}>
      {previous ? (
        <Link className="r-link" to={previous.to} rel="prev">
          <Icon name="arrow-left" />
          {previous.text}
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link className="r-link" to={next.to} rel="next">
          {next.text}
          <Icon name="arrow-right" />
        </Link>
      ) : null}
    </nav>
  )
}
