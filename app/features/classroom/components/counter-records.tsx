import { Link } from 'react-router'
import { formatDateTime } from '~/lib/dates'
import { Note } from '~/ui/note'
import type { ShownRegister } from '../register.queries.server'

/** What a register takes the place of, and what has taken its own. */
export function CounterRecords({ register: { head, next, reason } }: { register: ShownRegister }) {
  return (
    <>
      {next?.isVoid ? (
        <Note kind="bad" title={`Questo registro è annullato dal ${formatDateTime(next.signedAt)}`}>
          I suoi minuti non contano più.{next.reason ? ` Motivo: ${next.reason}` : ''}
        </Note>
      ) : null}
      {next && !next.isVoid ? (
        <Note kind="warn" title={`Questo registro è stato corretto il ${formatDateTime(next.signedAt)}`}>
          {next.reason ? `Motivo: ${next.reason}. ` : ''}
          <Link to={`/aula/${next.id}`}>Apri il registro che ne prende il posto</Link>
        </Note>
      ) : null}
      {head.corrects ? (
        <Note title="Questo registro ne corregge un altro">
          {reason ? `Motivo: ${reason}. ` : ''}
          <Link to={`/aula/${head.corrects}`}>Apri il registro com’era</Link>
        </Note>
      ) : null}
    </>
  )
}
