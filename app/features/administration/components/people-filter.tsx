import { Form } from 'react-router'
import { profileNames, roleNames } from '~/features/auth/role-names'
import { entryOptions, provinceOptions } from '~/features/territory/components/place-options'
import type { PlacesInReach } from '~/features/territory/places.queries.server'
import { Field } from '~/ui/forms/field'
import { ListFilter } from '~/ui/forms/list-filter'
import { SubmitButton } from '~/ui/forms/submit-button'
import type { PeopleFilters } from '../people-filters.schema'

const states = [
  { value: 'attive', label: 'Attive' },
  { value: 'senza-password', label: 'Attive senza password' },
  { value: 'disattivate', label: 'Disattivate' },
]
const named = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** Narrows the list; what is chosen stands in the address. */
export function PeopleFilter({ filters, places }: { filters: PeopleFilters; places: PlacesInReach }) {
  return (
    <ListFilter
      title="Filtra le persone"
      chosen={filters}
      clearTo="/amministrazione/persone"
      fields={[
        { name: 'provincia', label: 'Provincia', emptyLabel: 'Tutte', options: provinceOptions(places) },
        { name: 'sede', label: 'Sede', emptyLabel: 'Tutte', options: entryOptions(places) },
        { name: 'ruolo', label: 'Ruolo di oggi', emptyLabel: 'Tutti', options: named(roleNames) },
        { name: 'profilo', label: 'Profilo', emptyLabel: 'Tutti', options: named(profileNames) },
        { name: 'stato', label: 'Stato', emptyLabel: 'Tutti', options: states },
      ]}
    />
  )
}

type PersonSearchProps = { typed: string; error?: string; query: string }

/** Finds people by what their name or e-mail begins with: sent by POST, so that no name stands in an address. */
export function PersonSearch({ typed, error, query }: PersonSearchProps) {
  return (
    <Form method="post" action={`/amministrazione/persone${query}`} className="r-w r-row r-end mb-3">
      <Field
        fieldClassName="mb-0 r-grow"
        id="cerca"
        name="cerca"
        type="search"
        label="Cerca una persona"
        hint="L’inizio del cognome, del nome o dell’email."
        errors={error ? [error] : undefined}
        defaultValue={typed}
        autoComplete="off"
        key={typed}
      />
      <SubmitButton className="btn-outline-primary" busyLabel="Cerco…">
        Cerca la persona
      </SubmitButton>
    </Form>
  )
}
