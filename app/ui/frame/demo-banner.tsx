import type { ReactNode } from 'react'

/** A strip that every page of an installation with invented data carries. */
export function DemoBanner({ children }: { children: ReactNode }) {
  return (
    <div className="r-demo">
      <p className="r-wrap">
        <span className="r-m r-m--warn" aria-hidden="true" />
        <span>{children}</span>
      </p>
    </div>
  )
}
