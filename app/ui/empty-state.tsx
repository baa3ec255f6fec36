import type { ReactNode } from 'react'
import { RouteDrawing } from './route-drawing'

type EmptyStateProps = { title: ReactNode; lead?: ReactNode; level?: 2 | 3; children?: ReactNode }

/** What will be here and when it comes; `children` holds the one action. */
export function EmptyState({ title, lead, level = 2, children }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="r-void">
      <RouteDrawing />
      <Heading>{title}</Heading>
      {lead ? <p className="r-lead">{lead}</p> : null}
      {children ? <div className="r-row mt-4">{children}</div> : null}
    </div>
  )
}
