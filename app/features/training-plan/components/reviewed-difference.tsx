import { Link } from 'react-router'
import { DifferenceList, type ShownChange } from './difference-list'

type ReviewedDifferenceProps = {
  versionId: string
  /** Null for the first version. */
  difference: { number: number; count: number; changes: ShownChange[] } | null
}

/** The changes that matter most with respect to the version in force, and the way to all of them. */
export function ReviewedDifference({ versionId, difference }: ReviewedDifferenceProps) {
  return (
    <section aria-labelledby="differenze">
      <h2 id="differenze" className="mb-3">
        {difference ? `Che cosa cambia rispetto alla versione ${difference.number}` : 'È la prima versione'}
      </h2>
      {difference ? (
        <>
          {difference.count === 0 ? <p>Non cambia nulla: testi, numeri e regole sono gli stessi.</p> : null}
          <DifferenceList changes={difference.changes} versionId={versionId} />
          {difference.count > 0 ? (
            <p className="mt-3">
              <Link className="r-link" to={`/cabina/piani/${versionId}/differenze`}>
                {difference.count === 1 ? 'Vedi la modifica per intero' : `Vedi tutte le ${difference.count} modifiche`}
              </Link>
            </p>
          ) : null}
        </>
      ) : (
        <p>Prima di questa nessuna versione è stata approvata: non c’è nulla con cui confrontarla.</p>
      )}
    </section>
  )
}
