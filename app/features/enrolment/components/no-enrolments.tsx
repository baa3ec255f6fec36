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
  const lead =
    inForce === null
      ? 'Prima serve una versione in vigore.'
      : 'Cerca una persona, oppure iscrivi una sede o una provincia.'
  return <EmptyState title="Qui stanno le persone iscritte al piano" lead={lead} />
}
