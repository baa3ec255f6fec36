import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { classNames } from '~/ui/class-names'
import type { BasisItem } from '../rules/basis-items'
import { LaterTag } from './later-tag'

type BasisListProps = {
  title: string
  items: readonly BasisItem[]
  /** Left out on paper: for pages that must come out on one sheet. */
  unprinted?: boolean
  /** How the numbers in the text and this list belong together. */
  children: ReactNode
}

/** What a page rests on, folded: every fact in our words, and where it was read. Numbers in its text lead here. */
export function BasisList({ title, items, unprinted, children }: BasisListProps) {
  const fold = useRef<HTMLDetailsElement>(null)

  // Browsers that do not unfold what a link points to are helped.
  useEffect(() => {
    const unfold = () => {
      if (fold.current && location.hash.startsWith('#base-')) fold.current.open = true
    }
    unfold()
    addEventListener('hashchange', unfold)
    return () => removeEventListener('hashchange', unfold)
  }, [])

  if (items.length === 0) return null
  return (
    <details className={classNames('r-sec', 'r-w', unprinted && 'r-noprint')} ref={fold}>
      <summary>{title}</summary>
      <p className="r-small r-muted mt-3">{children}</p>
      <ol className="r-small">
        {items.map((item, index) => (
          <li key={item.id} id={`base-${index + 1}`} className="mb-2">
            {item.statement}{' '}
            <span className="r-muted">
              <FactLink {...item} />
              {item.source ? `, ${item.source}` : ''}
              {item.laterFrom ? ` (dal ${item.laterFrom})` : ''}
            </span>{' '}
            {item.laterFrom ? <LaterTag /> : null}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** A fact's id, which leads to it among the sources unless it is not there any more. */
export function FactLink({ id, gone }: Pick<BasisItem, 'id' | 'gone'>) {
  const name = <span className="text-nowrap">{id}</span>
  return gone ? name : <Link to={`/fonti#${id}`}>{name}</Link>
}
