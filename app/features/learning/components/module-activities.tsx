import { Facts } from '~/ui/facts'
import type { ActivityView } from '../learning-views'

/** What is done together, in small groups. */
export function ModuleActivities({ activities }: { activities: ActivityView[] }) {
  if (activities.length === 0) return null
  return (
    <section className="r-sec r-w" aria-labelledby="insieme">
      <h2 id="insieme">Attività da fare insieme</h2>
      {activities.map(({ id, title, time, purpose, product, leading }) => (
        <div key={id} className="mb-4">
          <h3 className="mb-2">{title}</h3>
          <Facts
            plain
            items={[
              { term: 'Durata', description: time },
              { term: 'A che cosa serve', description: purpose },
              { term: 'Che cosa resta alla fine', description: product },
            ]}
          />
          {leading ? (
            <details>
              <summary>Per chi conduce</summary>
              <ol className="mt-3">
                {leading.steps.map((step) => (
                  <li key={step} className="mb-2">
                    {step}
                  </li>
                ))}
              </ol>
              <p>{leading.trainer}</p>
            </details>
          ) : null}
        </div>
      ))}
    </section>
  )
}
