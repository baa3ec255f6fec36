import { profileNames } from '~/features/auth/role-names'
import { entryOptions, provinceOptions } from '~/features/territory/components/place-options'
import type { PlacesInReach } from '~/features/territory/places.queries.server'
import { ListFilter } from '~/ui/forms/list-filter'
import type { EnrolmentFilters } from '../enrolment-filters.schema'

const states = [
  { value: 'in-corso', label: 'In corso' },
  { value: 'completate', label: 'Completate' },
  { value: 'lasciate', label: 'Lasciate' },
]
const profiles = Object.entries(profileNames).map(([value, label]) => ({ value, label }))

/** Narrows the list; what is chosen stands in the address. */
export function EnrolmentFilter({ filters, places }: { filters: EnrolmentFilters; places: PlacesInReach }) {
  return (
    <ListFilter
      title="Filtra le iscrizioni"
      chosen={filters}
      clearTo="/gestione/iscrizioni"
      fields={[
        { name: 'provincia', label: 'Provincia', emptyLabel: 'Tutte', options: provinceOptions(places) },
        { name: 'sede', label: 'Sede', emptyLabel: 'Tutte', options: entryOptions(places) },
        { name: 'profilo', label: 'Profilo', emptyLabel: 'Tutti', options: profiles },
        { name: 'stato', label: 'Stato', emptyLabel: 'Tutti', options: states },
      ]}
    />
  )
}
