import { Link } from 'react-router'

export type Crumb = { label: string; to?: string }

/** The last item is the page itself. */
export function Breadcrumb({ items, label = 'Percorso di navigazione' }: { items: Crumb[]; label?: string }) {
  return (
    <nav aria-label={label}>
      <ol className="breadcrumb">
        {items.map((item, index) =>
          index === items.length - 1 ? (
            <li key={item.label} className="breadcrumb-item active" aria-current="page">
              {item.label}
            </li>
          ) : (
            <li key={item.to ?? item.label} className="breadcrumb-item">
              {item.to ? <Link to={item.to}>{item.label}</Link> : item.label}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
