import { seatNames } from '~/features/auth/role-names'
import type { Seat } from '~/features/auth/rules/grants'
import { formatDate } from '~/lib/dates'
import { Tag, type TagState } from '~/ui/tag'
import type { Choice } from '../rules/voting'
import { choiceNames } from '../rules/voting-words'

export type ShownSeat = {
  seat: Seat
  holder: { name: string; isYou: boolean } | null
  isAuthor: boolean
  vote: {
    choice: Choice
    at: Date
    reasons: string | null
    conditions: string[]
    /** Who cast it, when somebody else holds the seat by now. */
    by: string | null
  } | null
}

type SeatPanelProps = {
  seats: readonly ShownSeat[]
  authors: readonly string[]
  rule: readonly string[]
  open: boolean
}

const choiceStates: Record<Choice, TagState> = { approve: 'ok', conditions: 'ok', return: 'bad', abstain: 'off' }

/** The three seats with what they voted, who does not vote, and the rule. */
export function SeatPanel({ seats, authors, rule, open }: SeatPanelProps) {
  return (
    <div className="r-box">
      <h2 id="voti">I tre seggi</h2>
      {seats.map((one) => (
        <SeatState key={one.seat} {...one} open={open} />
      ))}
      <p className="r-small r-muted mt-3">
        {authors.length > 0 ? `Chi ha scritto la versione non vota: ${authors.join(', ')}. ` : ''}
        {rule.join(' ')}
      </p>
      <p className="r-small r-muted">L’atto non fissa un quorum: questa regola è nostra.</p>
    </div>
  )
}

function SeatState({ seat, holder, isAuthor, vote, open }: ShownSeat & { open: boolean }) {
  return (
    <div className="r-seat">
      <p className="r-small r-muted">{seatNames[seat]}</p>
      <p>
        <strong>{holder?.name ?? 'Nessuno tiene oggi questo seggio'}</strong>
        {holder?.isYou ? ' (tu)' : ''}
      </p>
      {vote ? (
        <>
          <p>
            <Tag state={choiceStates[vote.choice]}>
              {choiceNames[vote.choice]}, {formatDate(vote.at)}
            </Tag>
          </p>
          {vote.by ? <p className="r-small r-muted">Ha votato {vote.by}, che allora teneva il seggio.</p> : null}
          <VoteWords {...vote} />
        </>
      ) : (
        <p>
          <Tag state={open ? undefined : 'off'}>{unvoted({ holder, isAuthor, open })}</Tag>
        </p>
      )}
    </div>
  )
}

/** Reasons and conditions of a vote, as they were written. */
export function VoteWords({ reasons, conditions }: { reasons: string | null; conditions: readonly string[] }) {
  return (
    <>
      {conditions.length > 0 ? (
        <ul className="r-small mt-1 mb-0">
          {conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      ) : null}
      {reasons ? <p className="r-small mt-1 r-said">{reasons}</p> : null}
    </>
  )
}

function unvoted({ holder, isAuthor, open }: Pick<ShownSeat, 'holder' | 'isAuthor'> & { open: boolean }) {
  if (!open) return 'Non ha votato'
  if (isAuthor) return holder?.isYou ? 'Non voti: hai scritto la versione' : 'Non vota: ha scritto la versione'
  return holder?.isYou ? 'Non hai ancora votato' : 'Non ha ancora votato'
}
