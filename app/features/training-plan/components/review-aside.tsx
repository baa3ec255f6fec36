import type { SubmissionResult } from '@conform-to/react'
import { formatDate } from '~/lib/dates'
import type { ReviewIntent } from '../review-forms.schema'
import { noVoteSentences } from '../review-page-texts'
import type { findReviewView } from '../review-view.server'
import { votingRuleInWords } from '../rules/voting-words'
import { SeatPanel } from './seat-panel'
import { CloseVoteForm, VoteForm } from './vote-form'

type ReviewAsideProps = {
  view: NonNullable<Awaited<ReturnType<typeof findReviewView>>>
  replyTo: (intent: ReviewIntent) => SubmissionResult<string[]> | null | undefined
}

/** The seats, the vote of the reader's own, and the digest of what is voted on. */
export function ReviewAside({ view, replyTo }: ReviewAsideProps) {
  const { version, seats, ownSeat, refusal, closable, rule } = view
  const own = seats.find(({ seat }) => seat === ownSeat)
  return (
    <aside aria-labelledby="voti">
      <SeatPanel
        seats={seats}
        authors={version.authors.map(({ name }) => name)}
        rule={votingRuleInWords(rule)}
        open={version.decision === null}
      />
      {ownSeat ? <VoteForm lastResult={replyTo('vote')} cast={own?.vote ?? null} /> : null}
      {refusal ? <p className="mt-4">{noVoteSentences[version.decision ? 'closed' : refusal]}</p> : null}
      {ownSeat && closable ? <CloseVoteForm lastResult={replyTo('close')} outcome={closable} /> : null}
      <p className="r-small r-muted mt-4 mb-1">Documento congelato il {formatDate(version.submittedAt)}, SHA-256</p>
      <p className="r-hash">{version.documentHash}</p>
      <p className="r-small r-noprint">
        <a href={`/cabina/piani/${version.id}/documento`} download>
          Scarica il documento (JSON)
        </a>
      </p>
    </aside>
  )
}
