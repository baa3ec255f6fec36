import { useId } from 'react'
import { Link } from 'react-router'
import { countOf } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import type { MissingView } from '../missing-view'

/** What each open module still lacks, who can give it, and where one goes for it; the first module unfolded. */
export function WhatIsMissing({ modules }: { modules: MissingView[] }) {
  const id = useId()
  if (modules.length === 0) return null
  return (
    <section className="r-sec" aria-labelledby={id}>
      <h2 id={id}>Che cosa manca, e chi te lo può dare</h2>
      {modules.map(({ slug, place, title, lines }, index) => (
        <details key={slug} className="mt-3" open={index === 0}>
          <summary>
            {place}
            {title} <span className="r-muted">({countOf(lines.length, 'cosa', 'cose')})</span>
          </summary>
          <DataTable
            caption={`Che cosa manca, ${title}`}
            captionHidden
            rows={lines}
            rowKey={({ key }) => key}
            columns={[
              { key: 'what', header: 'Che cosa', cell: ({ what }) => what },
              { key: 'text', header: 'Quanto', cell: ({ text }) => text },
              { key: 'who', header: 'Chi', cell: ({ who }) => who },
              {
                key: 'link',
                header: 'Dove',
                cell: ({ link }) => (
                  <Link to={link.to}>
                    {link.label}
                    <span className="visually-hidden">, {title}</span>
                  </Link>
                ),
              },
            ]}
          />
        </details>
      ))}
    </section>
  )
}
