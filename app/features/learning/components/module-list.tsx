import { useId } from 'react'
import { Link } from 'react-router'
import { RouteList } from '~/ui/route-list'
import type { ModuleRow } from '../learning-views'
import { ProofList, proofNames } from './proof-list'

/** The modules of the plan, each with the state of its proofs. */
export function ModuleList({ modules }: { modules: ModuleRow[] }) {
  const id = useId()
  return (
    <section className="r-sec" aria-labelledby={id}>
      <h2 id={id}>I moduli e le loro prove</h2>
      <p className="r-muted">
        Un modulo è completo quando lezioni, ore, test e osservazioni raggiungono quanto chiede il piano. Vale anche ciò
        che ti è stato riconosciuto.
      </p>
      <div className="r-modhead mt-4" aria-hidden="true">
        <b>Modulo</b>
        <span>
          {proofNames.map(({ key, name }) => (
            <b key={key}>{name}</b>
          ))}
        </span>
      </div>
      <RouteList
        className="r-mod mt-4"
        stops={modules.map((module) => ({
          key: module.slug,
          number: module.final ? 'T' : module.number,
          state: module.state === 'todo' ? undefined : module.state,
          stateText: '',
          title: <ModuleTitle module={module} />,
          children: <ProofList standing={module.standing} />,
        }))}
      />
    </section>
  )
}

function ModuleTitle({ module: { slug, title, state, stateText, hours } }: { module: ModuleRow }) {
  return (
    <div>
      <h3>
        <Link to={`/moduli/${slug}`}>{title}</Link>
      </h3>
      <p className="mb-0">
        <span className={state === 'now' ? 'r-here' : 'r-small r-muted'}>{stateText},</span>{' '}
        <span className="r-muted r-small">{hours}</span>
      </p>
    </div>
  )
}
