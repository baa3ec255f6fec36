import { ListFilter } from '~/ui/forms/list-filter'
import type { TaughtModule } from '../taught-modules.queries.server'

/** Narrows the registers to those of a module. */
export function ModuleFilter({ chosen, modules }: { chosen: string | undefined; modules: readonly TaughtModule[] }) {
  return (
    <ListFilter
      title="Filtra i registri"
      chosen={{ modulo: chosen }}
      clearTo="/aula"
      fields={[
        {
          name: 'modulo',
          label: 'Modulo',
          emptyLabel: 'Tutti',
          options: modules.map(({ slug, title }) => ({ value: slug, label: title })),
        },
      ]}
    />
  )
}
