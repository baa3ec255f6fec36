import type { ReactNode } from 'react'

/** A term in days or a date, and what must happen within it. */
export function Deadline({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <p className="r-dead">
      <span className="r-m r-m--warn" aria-hidden="true" />
      <b>{term}</b> <span>{children}</span>
    </p>
  )
}
