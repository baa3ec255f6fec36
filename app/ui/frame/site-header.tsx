import { Link, useLocation } from 'react-router'
import { Logo } from './logo'

export type NavItem = { label: string; to: string; current?: boolean }

type SiteHeaderProps = { name: string; home: string; items: NavItem[]; navLabel?: string; menuLabel?: string }

/** The menu stands twice, open and folded: the style sheet shows one of them. */
export function SiteHeader({ name, home, items, navLabel = 'Principale', menuLabel = 'Menu' }: SiteHeaderProps) {
  const { key } = useLocation()
  return (
    <div className="r-head">
      <div className="r-wrap">
        <Logo name={name} to={home} />
        <nav className="r-nav" aria-label={navLabel}>
          <NavList items={items} />
        </nav>
        {/* The key folds the menu again when a page has been chosen from it. */}
        <details className="r-menu" key={key}>
          <summary>{menuLabel}</summary>
          <nav aria-label={navLabel}>
            <NavList items={items} className="r-list" />
          </nav>
        </details>
      </div>
    </div>
  )
}

function NavList({ items, className }: { items: NavItem[]; className?: string }) {
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item.to}>
          <Link to={item.to} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
