import { Fragment } from 'react'
import { LaterTag } from '~/features/curriculum/components/later-tag'
import type { BasisItem } from '~/features/curriculum/rules/basis-items'
import type { StatementView } from '~/features/phase-guide/guide-views'
import { partIds } from '../rules/part-ids'

/** A sentence with the facts it rests on, which stand in full among the sources. */
export function StatementText({ statement, basis }: { statement: StatementView; basis: readonly BasisItem[] }) {
  const facts = (statement.refs ?? []).flatMap((number) => basis[number - 1]?.id ?? [])
  return (
    <>
      {statement.text}
      {facts.length > 0 ? (
        <span className="ed-refs">
          {' ['}
          <FactLinks facts={facts} />]
        </span>
      ) : null}
      {statement.later ? (
        <>
          {' '}
          <LaterTag />
        </>
      ) : null}
    </>
  )
}

type StatementListProps = { statements: readonly StatementView[]; basis: readonly BasisItem[]; ordered?: boolean }

export function StatementList({ statements, basis, ordered }: StatementListProps) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {statements.map((statement) => (
        <li key={statement.text}>
          <StatementText statement={statement} basis={basis} />
        </li>
      ))}
    </List>
  )
}

/** "Si basa su F-012, F-015", and where in the act. */
export function BasisLine({ facts, cite }: { facts: readonly string[]; cite?: string }) {
  if (facts.length === 0 && !cite) return null
  return (
    <p className="ed-basis">
      {cite ? `Fonte: D.g.r. XI/1981 del 22/07/2019, ${cite}. ` : null}
      {facts.length > 0 ? (
        <>
          Si basa su <FactLinks facts={facts} />.
        </>
      ) : null}
    </p>
  )
}

function FactLinks({ facts }: { facts: readonly string[] }) {
  return facts.map((fact, index) => (
    <Fragment key={fact}>
      {index > 0 ? ', ' : null}
      <a href={`#${partIds.fact(fact)}`}>{fact}</a>
    </Fragment>
  ))
}
