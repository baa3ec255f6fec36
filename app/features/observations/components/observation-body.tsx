import { formatDay } from '~/lib/dates'
import { type Fact, Facts } from '~/ui/facts'
import type { ObservationDetails, ObservationView } from '../observation-views'
import { informedText, kindNames } from '../observation-words'
import { LevelRoute } from './level-route'
import { ObservationFeedback } from './observation-feedback'
import { OutcomeGates } from './outcome-gates'
import { RatedCriteria } from './rated-criteria'

/** What was observed: context, outcome and level, and, for who may read them, ratings, notes and feedback. */
export function ObservationBody({ observation }: { observation: ObservationView }) {
  const { outcome, learner, reader, details } = observation
  const told = details === 'erased' ? null : details
  const missed = (told?.criteria ?? []).filter(({ critical, rating }) => critical && rating !== 'met')
  const may = reader.isLearner ? 'puoi' : `${learner.firstName} può`
  return (
    <>
      <Facts className="r-w" items={contextOf(observation, told)} />
      <div className="r-sec r-split r-split--even">
        <section aria-labelledby="esito">
          <h2 id="esito" className="mb-3">
            Esito
          </h2>
          {observation.state === 'standing' ? null : <p>Così quando è stata firmata: oggi non conta più.</p>}
          <OutcomeGates outcome={outcome} missed={missed.map(({ id }) => id)} />
        </section>
        <section aria-labelledby="autonomia">
          <h2 id="autonomia" className="mb-3">
            Livello di autonomia
          </h2>
          <p>La prossima volta, in un incontro simile, {may}…</p>
          <LevelRoute level={outcome.level} label="Livello di autonomia" />
        </section>
      </div>
      {details === 'erased' ? (
        <p className="r-sec r-muted">Note e restituzione non sono più conservate: è passato il tempo previsto.</p>
      ) : null}
      {told ? (
        <>
          <section className="r-sec r-w" aria-labelledby="criteri">
            <h2 id="criteri">Criteri</h2>
            <RatedCriteria criteria={told.criteria} />
          </section>
          <section className="r-sec r-w" aria-labelledby="restituzione">
            <h2 id="restituzione">Restituzione</h2>
            <ObservationFeedback feedback={told.feedback} earlierAction={told.earlierAction} />
          </section>
        </>
      ) : null}
    </>
  )
}

function contextOf({ learner, observer, observedOn, kind }: ObservationView, told: ObservationDetails | null): Fact[] {
  return [
    { term: 'Persona osservata', description: [learner.name, learner.entry].filter(Boolean).join(', ') },
    { term: 'Chi ha osservato', description: observer },
    { term: 'Quando', description: formatDay(observedOn) },
    { term: 'Situazione', description: [kindNames[kind], told?.setting].filter(Boolean).join(', ') },
    ...(told?.informed ? [{ term: 'Informativa', description: informedText }] : []),
  ]
}
