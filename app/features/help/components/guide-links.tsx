import { Link } from 'react-router'

/** Guides to choose from, each with whom it is for. */
export function GuideLinks({ guides }: { guides: { slug: string; title: string; lead: string }[] }) {
  return (
    <ul className="r-list">
      {guides.map(({ slug, title, lead }) => (
        <li key={slug} className="mb-3">
          <Link to={`/come-usare-rotta/${slug}`}>{title}</Link>
          <span className="d-block r-muted">{lead}</span>
        </li>
      ))}
    </ul>
  )
}
