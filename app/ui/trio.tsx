import { type ReactNode, useId } from 'react'

export type TrioColumn = { title: string; children: ReactNode; mine?: boolean }

/**
 * Three columns, stacked on a phone; the column of the reader has the blue rule. At level 4 they repeat
 * under several headings of a page, so they are no landmarks: their names would be the same.
 */
export function Trio({ columns, level = 3 }: { columns: TrioColumn[]; level?: 3 | 4 }) {
  const id = useId()
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <div className="r-trio">
      {columns.map(({ title, children, mine }, index) => (
        <section
          key={title}
          className={mine ? 'is-me' : undefined}
          aria-labelledby={level === 3 ? `${id}${index}` : undefined}
        >
          <Heading id={`${id}${index}`}>{title}</Heading>
          {children}
        </section>
      ))}
    </div>
  )
}
