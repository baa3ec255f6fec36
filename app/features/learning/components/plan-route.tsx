import { RouteFlow } from '~/ui/route-flow'
import type { ModuleRow } from '../learning-views'

/** The route of the plan: one stop for each module, in order. */
export function PlanRoute({ modules }: { modules: ModuleRow[] }) {
  const now = modules.find(({ state }) => state === 'now')
  return (
    <RouteFlow
      label="Moduli del piano"
      stops={modules.map(({ slug, shortTitle, state }) => ({
        label: shortTitle,
        to: `/moduli/${slug}`,
        state: state === 'todo' ? undefined : state,
      }))}
      now={
        now ? (
          <>
            <strong>
              Modulo {now.number} di {modules.length}:
            </strong>{' '}
            {now.shortTitle}
          </>
        ) : null
      }
    />
  )
}
