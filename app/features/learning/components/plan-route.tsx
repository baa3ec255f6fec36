import { trainingModules } from '~/features/curriculum/rules/final-test'
import { RouteFlow } from '~/ui/route-flow'
import type { ModuleRow } from '../learning-views'

/** The route of the plan: one stop for each module, in order. */
export function PlanRoute({ modules }: { modules: ModuleRow[] }) {
  const now = modules.find(({ state }) => state === 'now')
  return (
    <RouteFlow
      label="Moduli del piano"
      stops={modules.map(({ slug, shortTitle, state, number, final }) => ({
        number: final ? 'T' : number,
        label: shortTitle,
        to: `/moduli/${slug}`,
        state: state === 'todo' ? undefined : state,
      }))}
      now={
        now ? (
          <>
            <strong>{now.final ? 'Alla fine:' : `Modulo ${now.number} di ${trainingModules(modules).length}:`}</strong>{' '}
            {now.shortTitle}
          </>
        ) : null
      }
    />
  )
}
