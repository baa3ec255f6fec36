import { Link } from 'react-router'
import { classNames } from '~/ui/class-names'
import type { Stop } from '../attempt.queries.server'
import { questionAddress } from '../attempt-addresses'

type TestStripProps = { attemptId: string; stops: Stop[]; current?: number }

/** The questions of an open attempt as stops, each leading to its question. */
export function TestStrip({ attemptId, stops, current }: TestStripProps) {
  const answered = stops.filter((stop) => stop.answered).length
  return (
    <>
      <ol className="r-route r-route--h r-test" aria-label="Domande del test">
        {stops.map(({ position, ...stop }) => (
          <li key={position} className={classNames(stateClass(stop, position === current), stop.flagged && 'is-flag')}>
            <Link
              className="r-stop"
              to={questionAddress(attemptId, position)}
              aria-current={position === current ? 'step' : undefined}
            >
              <span className="n" aria-hidden="true">
                {position}
              </span>
              <span className="visually-hidden">
                Domanda {position}, {stopText(stop)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="r-small r-muted">
        {answered === 1 ? '1 risposta salvata' : `${answered} risposte salvate`} su {stops.length}. Quadrato: domanda da
        rivedere.
      </p>
    </>
  )
}

/** What is known of a question of an open attempt, in words. */
function stopText({ answered, flagged }: Pick<Stop, 'answered' | 'flagged'>): string {
  return `${answered ? 'risposta salvata' : 'senza risposta'}${flagged ? ', da rivedere' : ''}`
}

function stateClass({ answered }: Pick<Stop, 'answered'>, current: boolean) {
  if (current) return 'is-now'
  return answered ? 'is-done' : undefined
}
