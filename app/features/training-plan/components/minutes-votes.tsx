import { seatNames } from '~/features/auth/role-names'
import { formatDateTime } from '~/lib/dates'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import type { ReviewedVote } from '../review.queries.server'
import { choiceNames } from '../rules/voting-words'
import { VoteWords } from './seat-panel'

/** Every vote that was cast, in order: those that their seat replaced are there too. */
export function MinutesVotes({ votes }: { votes: ReviewedVote[] }) {
  return (
    <DataTable
      caption="Voti espressi, in ordine"
      captionHidden
      rows={votes}
      rowKey={({ seq }) => String(seq)}
      empty={<p>Nessun voto è registrato.</p>}
      columns={[
        { key: 'seat', header: 'Seggio', cell: ({ seat }) => seatNames[seat] },
        { key: 'name', header: 'Chi ha votato', cell: ({ name }) => name },
        { key: 'at', header: 'Quando', cell: ({ at }) => formatDateTime(at) },
        {
          key: 'choice',
          header: 'Voto',
          cell: ({ choice, counts, reasons, conditions }) => (
            <>
              <Tag state={counts ? 'ok' : 'off'}>
                {choiceNames[choice]}
                {counts ? '' : ', sostituito da un voto successivo'}
              </Tag>
              <VoteWords reasons={reasons ?? null} conditions={conditions ?? []} />
            </>
          ),
        },
        { key: 'digest', header: 'Impronta', cell: ({ digest }) => <span className="r-hash">{digest}</span> },
      ]}
    />
  )
}
