import { NormsNote } from '~/features/curriculum/components/norms-note'

/** Where in the act a page comes from, and the state of the law it tells. */
export function SourceLine({ cite }: { cite: string }) {
  return (
    <footer className="r-sec">
      <p className="r-small r-muted mb-1">Fonte: D.g.r. XI/1981 del 22/07/2019, {cite}.</p>
      <NormsNote />
    </footer>
  )
}
