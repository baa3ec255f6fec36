import { Link } from 'react-router'
import type { ModuleView, OwnStanding } from '../learning-views'
import { HoursLinks, ModeTable } from './plan-hours'
import { ProofTag } from './proof-list'

/** The test of a module: its rule, how one stands in it, and the way to it. */
export function ModuleTest({ module, own }: { module: ModuleView; own: OwnStanding | null }) {
  return (
    <section className="r-sec" aria-labelledby="test">
      <h2 id="test">Il test</h2>
      {own ? (
        <p>
          <ProofTag proof={own.test.proof} />
        </p>
      ) : null}
      <p>{module.testRule}</p>
      {module.final ? <p>Si apre quando hai superato i test di tutti i moduli del piano.</p> : null}
      {!module.final && module.prerequisites.length > 0 ? (
        <>
          <p className="mb-1">Prima si supera il test di:</p>
          <ul>
            {module.prerequisites.map(({ slug, title }) => (
              <li key={slug}>
                <Link to={`/moduli/${slug}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {own?.test.link ? (
        <p>
          <Link className="btn btn-outline-primary" to={own.test.link.to}>
            {own.test.link.label}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

/** Hours by mode: done and asked for, or those of each profile. */
export function ModuleHours({ module, own }: { module: ModuleView; own: OwnStanding | null }) {
  return (
    <section className="r-sec r-w" aria-labelledby="ore">
      <h2 id="ore">Le ore</h2>
      {own ? (
        <p>
          <ProofTag proof={own.standing.hours} />
        </p>
      ) : null}
      {module.hours.map(({ who, modes }) => (
        <div key={who} className="mb-4">
          {who ? <h3 className="mb-2">{who}</h3> : null}
          <ModeTable caption={who ? `Ore per modalità, ${who}` : 'Ore per modalità'} modes={modes} />
        </div>
      ))}
      <p className="r-muted r-small">
        Le ore online contano leggendo le lezioni. Quelle sul lavoro le annoti tu, e chi forma le convalida. Le altre le
        registra chi forma, dopo l’attività.
      </p>
      {own ? <HoursLinks /> : null}
    </section>
  )
}
