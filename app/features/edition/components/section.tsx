import { createContext, type ReactNode, useContext } from 'react'
import type { NumberedSection } from '../rules/outline'

/** The sections of the edition by id: a heading takes its number, title and level from the table of contents. */
export const Sections = createContext<ReadonlyMap<string, NumberedSection>>(new Map())

/** A section of the edition with its numbered heading. */
export function Section({ id, className, children }: { id: string; className?: string; children?: ReactNode }) {
  const section = useContext(Sections).get(id)
  if (!section) throw new Error(`The edition has no section ${id}`)
  const { number, title, level } = section
  const Heading = `h${level}` as 'h2' | 'h3' | 'h4'
  return (
    <section className={className} data-section={number}>
      <Heading id={id}>
        <span className="ed-no">{number}</span> {title}
      </Heading>
      {children}
    </section>
  )
}
