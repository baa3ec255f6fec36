import type { ReactNode } from 'react'
import { REQUEST_ID_ELEMENT } from './request-id'
import { RouteDrawing } from './route-drawing'

type ErrorPageProps = {
  status?: number
  title: ReactNode
  lead?: ReactNode
  /** A sentence before the code, or more to do. */
  detail?: ReactNode
  code?: string
  /** 1 unless the page shows it as an example. */
  level?: 1 | 3
  children?: ReactNode
}

export function ErrorPage({ status, title, lead, detail, code, level = 1, children }: ErrorPageProps) {
  const Heading = level === 1 ? 'h1' : 'h3'
  return (
    <div className="r-void" data-status={status}>
      <RouteDrawing broken />
      <Heading>{title}</Heading>
      {lead ? <p className="r-lead">{lead}</p> : null}
      {detail ? <p className="mt-3">{detail}</p> : null}
      {code ? (
        <p className="r-num r-big r-code" id={level === 1 ? REQUEST_ID_ELEMENT : undefined}>
          {code}
        </p>
      ) : null}
      {children ? <div className="r-row mt-4">{children}</div> : null}
    </div>
  )
}
