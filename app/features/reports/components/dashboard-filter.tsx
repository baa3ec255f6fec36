import { profileNames } from '~/features/auth/role-names'
import { profiles } from '~/features/auth/rules/profiles'
import { ListFilter } from '~/ui/forms/list-filter'
import type { SelectOption } from '~/ui/forms/select-field'
import type { DashboardFilters } from '../cabina-filters.schema'

type DashboardFilterProps = {
  filters: DashboardFilters
  provinces: { id: string; name: string }[]
  modules: SelectOption[]
}

/** Whom and what the dashboard is about. */
export function DashboardFilter({ filters, provinces, modules }: DashboardFilterProps) {
  const { profilo, provincia, modulo } = filters
  return (
    <ListFilter
      title="Scegli che cosa guardare"
      clearTo="/cabina"
      chosen={{ profilo: profilo === 'navigator' ? undefined : profilo, provincia, modulo }}
      fields={[
        {
          name: 'profilo',
          label: 'Profilo',
          emptyLabel: profileNames.navigator ?? 'Navigator',
          options: profiles
            .filter((profile) => profile !== 'navigator')
            .map((value) => ({ value, label: profileNames[value] ?? value })),
        },
        {
          name: 'provincia',
          label: 'Provincia',
          emptyLabel: 'Tutte',
          options: provinces.map(({ id, name }) => ({ value: id, label: name })),
        },
        { name: 'modulo', label: 'Modulo', emptyLabel: 'Tutto il piano', options: modules },
      ]}
    />
  )
}
