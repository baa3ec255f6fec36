import type { ReactNode } from 'react'
import { Link } from 'react-router'

export type FooterLink = { label: string; to: string }

type SiteFooterProps = {
  /** Whose product this is and how to reach them. */
  contact: ReactNode
  links: FooterLink[]
  /** Licence and date of the last update. */
  lastUpdate: ReactNode
}

export function SiteFooter({ contact, links, lastUpdate }: SiteFooterProps) {
  return (
    <footer className="r-foot">
      <div className="r-wrap">
        <p>{contact}</p>
        <ul>
          {links.map(({ label, to }) => (
            <li key={label}>{to.startsWith('/') ? <Link to={to}>{label}</Link> : <a href={to}>{label}</a>}</li>
          ))}
        </ul>
        <p>{lastUpdate}</p>
      </div>
    </footer>
  )
}
