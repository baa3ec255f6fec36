import { entryOptions, provinceOptions } from '~/features/territory/components/place-options'
import type { PlacesInReach } from '~/features/territory/places.queries.server'
import { ListFilter } from '~/ui/forms/list-filter'
import type { PracticeFilters } from '../practice-filters.schema'

type PracticeFilterProps = {
  filters: PracticeFilters
  places: PlacesInReach
  modules: { slug: string; title: string }[]
}

/** Narrows the entries that wait; what is chosen stands in the address. */
export function PracticeFilter({ filters: { provincia, sede, modulo }, places, modules }: PracticeFilterProps) {
  return (
    <ListFilter
      title="Filtra le ore"
      chosen={{ provincia, sede, modulo }}
      clearTo="/pratica/convalida"
      fields={[
        { name: 'provincia', label: 'Provincia', emptyLabel: 'Tutte', options: provinceOptions(places) },
        { name: 'sede', label: 'Sede', emptyLabel: 'Tutte', options: entryOptions(places) },
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
