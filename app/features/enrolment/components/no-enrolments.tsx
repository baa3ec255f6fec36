import { Link } from 'react-router'
import { EmptyState } from '~/ui/empty-state'

/** What will be in the list, and what to do for it. */
export function NoEnrolments({ filtered, inForce }: { filtered: boolean; inForce: number | null }) {
  if (filtered) {
    return (
      <EmptyState title="Nessuna iscrizione con questi filtri" lead="Togli un filtro.">
        <Link className="r-link" to="/gestione/iscrizioni">
          Mostra tutte le iscrizioni
        </Link>
      </EmptyState>
    )
  }
  const title = 'Qui stanno le persone iscritte al piano'
  if (inForce === null) {
    return (
      <EmptyState title={title} lead="Prima serve una versione in vigore.">
        <Link className="btn btn-primary" to="/gestione">
          Vai alle versioni del piano
        </Link>
      </EmptyState>
    )
  }
  return <EmptyState title={title} lead="Cerca una persona, oppure iscrivi una sede o una provincia." />
}
