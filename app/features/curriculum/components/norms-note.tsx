import { Link } from 'react-router'

/** The state of the law that a page tells, and where the rest of the story is. */
export function NormsNote() {
  return (
    <p className="r-small r-muted mb-0">
      Norme al 22 luglio 2019. <Link to="/storia">Che cosa è cambiato dopo</Link>
    </p>
  )
}
