import type { ReactNode } from 'react'

type PageTitleProps = { title: ReactNode; kick?: ReactNode; lead?: ReactNode; children?: ReactNode }

/** `kick` is the small line above the title, `children` what follows the lead (a deadline, a link). */
export function PageTitle({ title, kick, lead, children }: PageTitleProps) {
  return (
    <header className="r-title">
      {kick ? <span className="r-kick">{kick}</span> : null}
      <h1>{title}</h1>
      {lead ? <p className="r-lead">{lead}</p> : null}
      {children}
    </header>
  )
}
