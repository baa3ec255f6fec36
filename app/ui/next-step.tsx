import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

type NextStepProps = {
  title: ReactNode
  kick?: ReactNode
  /** The one filled button of the view. */
  action?: ReactNode
  /** One row: text and button side by side. */
  small?: boolean
  children?: ReactNode
}

/** The tinted panel of a page: there is at most one. */
export function NextStep({ title, kick, action, small, children }: NextStepProps) {
  const id = useId()
  const heading = (
    <>
      {kick ? <span className="r-kick">{kick}</span> : null}
      <h2 id={id}>{title}</h2>
    </>
  )
  return (
    <section className={classNames('r-next', small && 'r-next--s')} aria-labelledby={id}>
      <div>
        {heading}
        {small ? children : null}
      </div>
      {small ? null : children}
      {action ? <div>{action}</div> : null}
    </section>
  )
}
