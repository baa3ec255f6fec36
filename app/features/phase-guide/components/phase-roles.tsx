import { Link } from 'react-router'
import { Trio } from '~/ui/trio'
import type { DoneView, PhaseView, SpecialCaseView } from '../guide-views'
import { Statement, Statements } from './statements'

/** The three columns: person, centre, Navigator. */
export function PhaseRoles({ phase }: { phase: PhaseView }) {
  return (
    <section aria-labelledby="chi-fa-che-cosa">
      <h2 id="chi-fa-che-cosa" className="mb-4">
        Chi fa che cosa
      </h2>
      <Trio
        columns={[
          {
            title: 'Persona beneficiaria',
            children: (
              <ul>
                {phase.beneficiary.map((statement) => (
                  <li key={statement.text}>
                    <Statement statement={statement} />
                  </li>
                ))}
              </ul>
            ),
          },
          { title: 'CPI', children: <DoneList items={phase.acts} /> },
          { title: 'Navigator', mine: true, children: <DoneList items={phase.tasks} /> },
        ]}
      />
    </section>
  )
}

/** What changes in a case that is not the usual one. */
export function SpecialCases({ cases }: { cases: SpecialCaseView[] }) {
  return (
    <section className="r-sec" aria-labelledby="casi-particolari">
      <h2 id="casi-particolari">Casi particolari</h2>
      {cases.map((item) => (
        <div key={item.id} className="mb-4">
          <h3 id={item.id} className="mb-3">
            {item.title}
          </h3>
          <Trio
            level={4}
            columns={[
              { title: 'Persona beneficiaria', children: <p className="mb-0">{item.beneficiary}</p> },
              { title: 'CPI', children: <DoneList items={item.acts} /> },
              { title: 'Navigator', mine: item.tasks.length > 0, children: <DoneList items={item.tasks} /> },
            ]}
          />
          <div className="mt-4 r-noprint">
            <Statements statements={item.explain} />
          </div>
        </div>
      ))}
    </section>
  )
}

function DoneList({ items }: { items: DoneView[] }) {
  if (items.length === 0) return <p className="mb-0 r-muted">Nessuna attività prevista.</p>
  return (
    <ul>
      {items.map(({ id, does }) => (
        <li key={id}>
          <Link className="r-id" to={`/guida/attivita/${id}`}>
            {id}
          </Link>{' '}
          {does}
        </li>
      ))}
    </ul>
  )
}
