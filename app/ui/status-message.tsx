import type { ReactNode } from 'react'
import { Note } from './note'

/** A region that is always there, so that a message appearing in it is read out. Empty without `title`. */
export function StatusMessage({ title, children }: { title?: ReactNode; children?: ReactNode }) {
  return (
    <div role="status" className="r-status">
      {title ? (
        <Note kind="ok" title={title}>
          {children}
        </Note>
      ) : null}
    </div>
  )
}
