import { Fragment } from 'react'
import type { GroundView } from '../fact-basis.server'
import type { LocatedFact } from '../rules/basis-items'
import { FactLink } from './basis-list'
import { LaterTag } from './later-tag'

/** What a question rests on: where each of its facts was read, or that it is good practice. */
export function GroundLine({ ground: { facts, practice } }: { ground: GroundView }) {
  if (practice) return <p className="r-small r-muted">Prassi: poggia su una buona pratica, non su una norma.</p>
  return <LocatedFacts facts={facts} />
}

/** Where facts were read, in one line. */
export function LocatedFacts({ facts }: { facts: readonly LocatedFact[] }) {
  if (facts.length === 0) return null
  return (
    <p className="r-small r-muted">
      {facts.length === 1 ? 'Fonte: ' : 'Fonti: '}
      {facts.map((fact, index) => (
        <Fragment key={fact.id}>
          {index > 0 ? '; ' : null}
          <FactLink {...fact} />
          {fact.source ? ` ${fact.source}` : ' non è più fra le fonti'}
          {fact.laterFrom ? (
            <>
              {` (dal ${fact.laterFrom}) `}
              <LaterTag />
            </>
          ) : null}
        </Fragment>
      ))}
      .
    </p>
  )
}
