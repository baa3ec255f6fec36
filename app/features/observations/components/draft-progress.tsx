import type { ReactNode } from 'react'
import { countOf } from '~/lib/numbers'
import { RouteList } from '~/ui/route-list'
import { Tag } from '~/ui/tag'
import { fieldName } from '../draft-values'
import { ratingNames } from '../observation-words'
import type { ObservableModule } from '../rules/observable-module'
import type { DraftBody } from '../rules/observation'
import { outcomeOf } from '../rules/outcome'
import { failedGates } from '../rules/outcome-gates'
import { needsNote, type Problem } from '../rules/refuse-signature'

type Progress = { module: ObservableModule; body: DraftBody }

/** Each criterion with its mark, and what the marks add up to so far. */
export function DraftSide({ module, body }: Progress) {
  const ratings = body.ratings ?? {}
  const rated = module.criteria.filter(({ id }) => ratings[id]?.rating)
  return (
    <aside className="r-side r-wide r-sticky" aria-label="Avanzamento della scheda">
      <section>
        <h2>Criteri</h2>
        <RouteList
          stops={module.criteria.map(({ id, critical }) => {
            const { rating, note } = ratings[id] ?? {}
            const noteMissing = needsNote(critical, rating) && !note
            const words = noteMissing ? 'manca la nota' : rating && ratingNames[rating].toLowerCase()
            return {
              key: id,
              state: markOf(noteMissing, rating !== undefined),
              stateText: '',
              title: (
                <>
                  <a href={`#ratings.${id}.rating`}>{id}</a>{' '}
                  <span className="r-small r-muted">{words ?? 'da valutare'}</span>
                </>
              ),
            }
          })}
        />
      </section>
      <section>
        <h2>Esito finora</h2>
        {rated.length === 0 ? (
          <p className="r-small r-muted mb-0">Si vede quando valuti il primo criterio.</p>
        ) : (
          <OutcomeSoFar module={module} body={body} whole={rated.length === module.criteria.length} />
        )}
      </section>
    </aside>
  )
}

function markOf(noteMissing: boolean, rated: boolean) {
  if (noteMissing) return 'stop'
  return rated ? 'done' : undefined
}

function OutcomeSoFar({ module, body, whole }: Progress & { whole: boolean }) {
  const { criteria, rule } = module
  const ratings = body.ratings ?? {}
  const critical = criteria.filter(({ id, critical }) => critical && needsNote(true, ratings[id]?.rating))
  if (critical.length > 0) {
    return (
      <>
        <p className="mb-2">
          <Tag state="bad">
            {countOf(critical.length, 'criterio critico non raggiunto', 'criteri critici non raggiunti')}
          </Tag>
        </p>
        <p className="r-small r-muted mb-0">
          Con un critico non raggiunto l’osservazione non vale per il modulo. Resta nel percorso e si ripete.
        </p>
      </>
    )
  }
  if (!whole) return <p className="r-small r-muted mb-0">Nessun criterio critico mancato.</p>
  const marks = Object.fromEntries(
    Object.entries(ratings).flatMap(([id, { rating }]) => (rating ? [[id, { rating }]] : [])),
  )
  const failed = failedGates(outcomeOf(criteria, marks, rule.cutPercent), rule.cutPercent)
  return failed.length === 0 ? <Tag state="ok">Vale per il modulo</Tag> : <Tag state="warn">Non vale per il modulo</Tag>
}

type DraftBarProps = Progress & { problems: readonly Problem[]; children: ReactNode }

/** Always in sight: how far the form is, the way to what is missing next, the state of the save. */
export function DraftBar({ module, body, problems, children }: DraftBarProps) {
  const ratings = body.ratings ?? {}
  const rated = module.criteria.filter(({ id }) => ratings[id]?.rating).length
  const notes = problems.filter(({ field }) => field.endsWith('.note')).length
  const [next] = problems
  return (
    <div className="r-bar r-noprint">
      <div className="r-row r-btw">
        <span className="r-small">
          Criteri valutati:{' '}
          <strong>
            {rated} su {module.criteria.length}
          </strong>
          {notes > 0 ? `, ${notes === 1 ? 'manca una nota' : `mancano ${notes} note`}` : null}
        </span>
        {children}
        <a className="r-link r-tap" href={next ? `#${next.field}` : '#firma'}>
          {next ? `Vai a: ${fieldName(next.field)}` : 'Vai alla firma'}
        </a>
      </div>
    </div>
  )
}
