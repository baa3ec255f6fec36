import { ListFilter } from '~/ui/forms/list-filter'
import type { CentreFilters } from '../centre-filters.schema'

type CentreFilterProps = {
  filters: CentreFilters
  entries: { id: string; name: string }[]
  modules: { value: string; label: string }[]
}

const states = [
  { value: 'in-corso', label: 'In corso' },
  { value: 'completato', label: 'Completato' },
]
const hours = [
  { value: 'aula', label: 'In aula' },
  { value: 'distanza', label: 'In aula a distanza' },
  { value: 'collaborative', label: 'Collaborative' },
  { value: 'lavoro', label: 'Sul lavoro' },
]

/** Narrows the list of one's own people; what is chosen stands in the address. */
export function CentreFilter({ filters, entries, modules }: CentreFilterProps) {
  return (
    <ListFilter
      title="Filtra le persone"
      chosen={filters}
      clearTo="/centro"
      fields={[
        ...(entries.length > 1
          ? [
              {
                name: 'sede',
                label: 'Sede',
                emptyLabel: 'Tutte',
                options: entries.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
        { name: 'modulo', label: 'Modulo', emptyLabel: 'Tutto il piano', options: modules },
        { name: 'stato', label: 'Stato', emptyLabel: 'Tutti', options: states },
        { name: 'ore', label: 'Ore ancora da fare', emptyLabel: 'Non importa', options: hours },
      ]}
    />
  )
}
