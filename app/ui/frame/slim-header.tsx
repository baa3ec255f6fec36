import type { ReactNode } from 'react'

/** The strip on top: whose site it is, and on the right the person signed in (`children`). */
export function SlimHeader({ owner, children }: { owner: ReactNode; children?: ReactNode }) {
  return (
    <div className="r-slim">
      <div className="r-wrap">
        <span>{owner}</span>
        {children ? <div className="r-slim__me">{children}</div> : null}
      </div>
    </div>
  )
}
