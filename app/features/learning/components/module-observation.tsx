import type { CriterionView, ObservationView } from '../learning-views'
import type { Proof } from '../rules/module-standing'
import { ProofTag } from './proof-list'

/** What is observed on the job, in the words of one's own profile. */
export function ModuleObservation({ observation, proof }: { observation: ObservationView | null; proof?: Proof }) {
  return (
    <section className="r-sec r-w" aria-labelledby="osservazione">
      <h2 id="osservazione">Le osservazioni sul lavoro</h2>
      {observation ? (
        <>
          {proof ? (
            <p>
              <ProofTag proof={proof} />
            </p>
          ) : null}
          <p>{observation.rule}</p>
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
