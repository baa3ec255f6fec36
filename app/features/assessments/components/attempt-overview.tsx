import { Link } from 'react-router'
import { EmphasisedText } from '~/features/training-plan/components/emphasised-text'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import type { Stop } from '../attempt.queries.server'
import { questionAddress } from '../attempt-addresses'

type AttemptOverviewProps = { attemptId: string; stops: Stop[]; stems: string[] }

/** Every question of an open attempt with what is saved of it, each leading to its page. */
export function AttemptOverview({ attemptId, stops, stems }: AttemptOverviewProps) {
  return (
    <DataTable
      caption="Le domande del test"
      captionHidden
      rows={stops}
      rowKey={({ position }) => String(position)}
      columns={[
        {
          key: 'question',
          header: 'Domanda',
          cell: ({ position }) => (
            <Link className="r-plain" to={questionAddress(attemptId, position)}>
              {position}. <EmphasisedText text={stems[position - 1] ?? ''} />
            </Link>
          ),
        },
        {
          key: 'answer',
          header: 'Risposta',
          cell: ({ answered }) => (answered ? <Tag state="ok">Salvata</Tag> : <Tag>Senza risposta</Tag>),
        },
        {
          key: 'flag',
          header: 'Da rivedere',
          cell: ({ flagged }) => (flagged ? <Tag state="warn">Da rivedere</Tag> : 'No'),
        },
      ]}
    />
  )
}
