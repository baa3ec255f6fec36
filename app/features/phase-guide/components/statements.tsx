import { Fragment } from 'react'
import { LaterTag } from '~/features/curriculum/components/later-tag'
import type { StatementView } from '../guide-views'

type StatementsProps = { statements: StatementView[]; ordered?: boolean }

/** Sentences as a list, each with the numbers of what it rests on. */
export function Statements({ statements, ordered }: StatementsProps) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {statements.map((statement) => (
        <li key={statement.text} className="mb-2">
          <Statement statement={statement} />
        </li>
      ))}
    </List>
  )
}

/** Sentences in one line of text. */
export function RunningStatements({ statements }: { statements: StatementView[] }) {
  return statements.map((statement, index) => (
    <Fragment key={statement.text}>
      {index > 0 ? ' ' : null}
      <Statement statement={statement} />
    </Fragment>
  ))
}

/** One sentence. */
export function Statement({ statement: { text, refs, later } }: { statement: StatementView }) {
  return (
    <>
      {text}
      {refs ? <References numbers={refs} /> : null}
      {later ? (
        <>
          {' '}
          <LaterTag />
        </>
      ) : null}
    </>
  )
}

function References({ numbers }: { numbers: number[] }) {
  return (
    <small className="r-ref">
      {' ['}
      {numbers.map((number, index) => (
        <span key={number}>
          {index > 0 ? ', ' : null}
          <a href={`#base-${number}`} aria-label={`Fonte ${number}`}>
            {number}
          </a>
        </span>
      ))}
      ]
    </small>
  )
}
