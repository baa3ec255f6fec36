import { Link } from 'react-router'
import { formatDateTime } from '~/lib/dates'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import type { EndedAttempt } from '../assessment.queries.server'

type AttemptListProps = {
  attempts: EndedAttempt[]
  /** Each number leads to the result: for the learner alone. */
  linked?: boolean
}

/** Ended attempts with their outcome. */
export function AttemptList({ attempts, linked }: AttemptListProps) {
  return (
    <DataTable
      caption="Tentativi, dal primo"
      captionHidden
      rows={attempts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: 'Tentativo',
          cell: ({ id, number }) => (linked ? <Link to={`/tentativi/${id}/esito`}>Tentativo {number}</Link> : number),
        },
        { key: 'ended', header: 'Consegnato', cell: ({ submittedAt }) => formatDateTime(submittedAt) },
        {
          key: 'outcome',
          header: 'Esito',
          cell: ({ passed }) => (passed ? <Tag state="ok">Superato</Tag> : <Tag state="warn">Non superato</Tag>),
        },
        {
          key: 'score',
          header: 'Risposte giuste',
          numeric: true,
          cell: ({ correct, total, cut }) => `${correct} su ${total}, ne servivano ${cut}`,
        },
      ]}
    />
  )
}
