import { entryOptions, provinceOptions } from '~/features/territory/components/place-options'
import type { PlacesInReach } from '~/features/territory/places.queries.server'
import { ListFilter } from '~/ui/forms/list-filter'
import type { ListFilters as Filters } from '../list-filters.schema'

type ListFiltersProps = { filters: Filters; places: PlacesInReach; modules: { value: string; label: string }[] }

/** Narrows the lists; what is chosen stands in the address. */
export function ListFilters({ filters, places, modules }: ListFiltersProps) {
  return (
    <ListFilter
      title="Filtra le osservazioni"
      chosen={filters}
      clearTo="/osservazioni"
      fields={[
        { name: 'provincia', label: 'Provincia', emptyLabel: 'Tutte', options: provinceOptions(places) },
        { name: 'sede', label: 'Sede', emptyLabel: 'Tutte', options: entryOptions(places) },
        { name: 'modulo', label: 'Modulo', emptyLabel: 'Tutti', options: modules },
      ]}
    />
  )
}
