import { type ReactNode, useId } from 'react'

/** One section of the page: what is shown, and the sentence to know about it. */
export function Specimen({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="r-sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="r-muted r-w">{about}</p>
      {children}
    </section>
  )
}
