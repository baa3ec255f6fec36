import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { BasisItem } from '../guide-views'
import { LaterTag } from './statements'

/** What a page rests on: every fact in our words, and where it was read. */
export function BasisList({ items }: { items: BasisItem[] }) {
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
    <details className="r-sec r-noprint" ref={fold}>
      <summary>Su che cosa si basa questa pagina</summary>
      <p className="r-small r-muted mt-3">
        I numeri fra parentesi rinviano a questo elenco. Anche il sommario in cima, le scadenze, gli strumenti e le
        colonne poggiano su questi fatti. Nel resto della pagina le frasi senza numero sono consigli di buona pratica.
      </p>
      <ol className="r-small">
        {items.map((item, index) => (
          <li key={item.id} id={`base-${index + 1}`} className="mb-2">
            {item.statement}{' '}
            <span className="r-muted">
              <Link to={`/fonti#${item.id}`}>{item.id}</Link>, {item.source}
              {item.laterFrom ? ` (dal ${item.laterFrom})` : ''}
            </span>{' '}
            {item.laterFrom ? <LaterTag /> : null}
          </li>
        ))}
      </ol>
    </details>
  )
}
