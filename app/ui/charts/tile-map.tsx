import { Link } from 'react-router'
import { classNames } from '../class-names'

export type Tile = {
  /** The code that the style sheet places on the grid. */
  code: string
  name: string
  to: string
  /** "8 su 10" */
  figure: string
  /** Whole percent; null where there is nothing to measure against. */
  share: number | null
  low: boolean
  current?: boolean
}

/** Places as square tiles, roughly where they lie; in each a short route with a stop at its share. */
export function TileMap({ tiles, lowWords }: { tiles: Tile[]; lowWords: string }) {
  return (
    <ul className="r-map">
      {tiles.map(({ code, name, to, figure, share, low, current }) => (
        <li key={code} className={classNames(code, low && 'low')}>
          <Link to={to} aria-current={current ? 'true' : undefined}>
            <b>{code}</b>
            <em className="visually-hidden">{name}, </em>
            {low ? <i className="r-m r-m--warn" aria-hidden="true" /> : null}
            <span>{figure}</span>
            <b>{share === null ? '–' : `${share}\u00a0%`}</b>
            {low ? <em className="visually-hidden">, {lowWords}</em> : null}
            <MiniRoute share={share ?? 0} low={low} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function MiniRoute({ share, low }: { share: number; low: boolean }) {
  const x = 6 + Math.round((88 * Math.min(share, 100)) / 100)
  return (
    <svg viewBox="0 0 100 14" aria-hidden="true" focusable="false">
      <path d="M6 7H94" stroke="#5c6f82" strokeWidth="2" strokeDasharray="2 4" />
      <path d={`M6 7H${x}`} stroke="#06c" strokeWidth="3" />
      <circle cx={x} cy="7" r="5.5" fill={low ? '#fff' : '#06c'} stroke={low ? '#8a5200' : '#06c'} strokeWidth="2.5" />
    </svg>
  )
}
