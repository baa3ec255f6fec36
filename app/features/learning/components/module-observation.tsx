import { Link } from 'react-router'
import type { CriterionView, ObservationView, OwnStanding, SelfAssessmentLink } from '../learning-views'
import { OwnObservations } from './own-observations'
import { ProofTag } from './proof-list'

type ModuleObservationProps = {
  observation: ObservationView | null
  /** Null for those who do not follow the module. */
  own: OwnStanding | null
  selfAssessment: SelfAssessmentLink | null
}

/** What is observed on the job, in the words of one's own profile, and what was observed of oneself. */
export function ModuleObservation({ observation, own, selfAssessment }: ModuleObservationProps) {
  return (
    <section className="r-sec r-w" aria-labelledby="osservazione">
      <h2 id="osservazione">Le osservazioni sul lavoro</h2>
      {observation ? (
        <>
          {own ? (
            <p>
              <ProofTag proof={own.standing.observation} /> {own.observations.missing}
            </p>
          ) : null}
          <p>{observation.rule}</p>
          {own ? <OwnObservations observations={own.observations.signed} /> : null}
          {selfAssessment ? (
            <>
              <h3 className="mb-2">Come ti vedi</h3>
              <p>
                {selfAssessment.text} <Link to={selfAssessment.to}>{selfAssessment.label}</Link>
              </p>
            </>
          ) : null}
          <h3 className="mb-2">Dove si osserva</h3>
          <ul>
            {observation.settings.map((setting) => (
              <li key={setting}>{setting}</li>
            ))}
          </ul>
          <h3 className="mb-2">Che cosa si osserva</h3>
          <ul className="r-list">
            {observation.criteria.map(({ id, critical, texts }) => (
              <li key={id} className="mb-2">
                <span className="r-id">{id}</span> {critical ? <span className="r-flag">Critico</span> : null}{' '}
                <CriterionTexts texts={texts} />
              </li>
            ))}
          </ul>
          <p className="r-muted r-small">Un criterio critico va sempre soddisfatto.</p>
        </>
      ) : (
        <p>Questo modulo non chiede osservazioni.</p>
      )}
    </section>
  )
}

/** One's own words run on after the code; those of two profiles stand under it, each with its name. */
function CriterionTexts({ texts }: Pick<CriterionView, 'texts'>) {
  return texts.map(({ who, text }) =>
    who ? (
      <span key={who} className="d-block">
        {who}: {text}
      </span>
    ) : (
      <span key={text}>{text}</span>
    ),
  )
}
