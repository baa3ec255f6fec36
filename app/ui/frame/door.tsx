import type { ReactNode } from 'react'
import { DoorRoute } from './door-route'

/** The full-width page one enters by: what the product is on the left, the form on the right. */
export function Door({ claim, text, children }: { claim: ReactNode; text?: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="r-night">
        <DoorRoute />
        <p className="r-claim mt-4 mb-0">{claim}</p>
        {text ? <p className="mt-3">{text}</p> : null}
      </div>
      <div className="r-door__form">{children}</div>
    </>
  )
}
