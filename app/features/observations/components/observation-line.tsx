import { Link } from 'react-router'
import { formatDateTime } from '~/lib/dates'
import { Note } from '~/ui/note'
import type { ObservationView } from '../observation-views'

type Line = Pick<ObservationView, 'state' | 'voided' | 'earlier' | 'later' | 'review'> & { reason: string | null }

/** What has become of an observation since, and what it took the place of. */
export function ObservationLine({ state, voided, earlier, later, review, reason }: Line) {
  return (
    <>
      {state === 'corrected' && later ? (
        <Note kind="warn" title="Questa osservazione non conta più">
          <p>
            Chi l’ha firmata l’ha corretta. Al suo posto vale{' '}
            <Link to={`/osservazioni/${later.id}`}>l’osservazione n. {later.number}</Link>.
          </p>
        </Note>
      ) : null}
      {state === 'voided' && voided ? (
        <Note kind="warn" title="Questa osservazione non conta più">
          <p className={voided.reason ? 'mb-2' : undefined}>
            {review === 'overturned' ? 'Il riesame l’ha annullata' : 'È stata annullata'} il {formatDateTime(voided.at)}
            , {voided.by}. Il testo resta qui, da leggere.
          </p>
          {voided.reason ? <p className="r-said">Motivo: {voided.reason}</p> : null}
        </Note>
      ) : null}
      {earlier ? (
        <Note title="È una correzione">
          <p className={reason ? 'mb-2' : undefined}>
            Prende il posto dell’<Link to={`/osservazioni/${earlier.id}`}>osservazione n. {earlier.number}</Link>.
          </p>
          {reason ? <p className="r-said">Motivo: {reason}</p> : null}
        </Note>
      ) : null}
    </>
  )
}
