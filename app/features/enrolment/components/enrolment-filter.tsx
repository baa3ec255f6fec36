import { Form, Link } from 'react-router'
import { profileNames } from '~/features/auth/role-names'
import { entryOptions, provinceOptions } from '~/features/territory/components/place-options'
import type { PlacesInReach } from '~/features/territory/places.queries.server'
import { FormActions } from '~/ui/forms/form-actions'
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
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
    <details open={Object.values(filters).some(Boolean)}>
      <summary>Filtra le iscrizioni</summary>
      <Form method="get" className="r-w mt-3" key={JSON.stringify(filters)}>
        <SelectField
          id="filtro-provincia"
          name="provincia"
          label="Provincia"
          emptyLabel="Tutte"
          options={provinceOptions(places)}
          defaultValue={filters.provincia ?? ''}
        />
        <SelectField
          id="filtro-sede"
          name="sede"
          label="Sede"
          emptyLabel="Tutte"
          options={entryOptions(places)}
          defaultValue={filters.sede ?? ''}
        />
        <SelectField
          id="filtro-profilo"
          name="profilo"
          label="Profilo"
          emptyLabel="Tutti"
          options={profiles}
          defaultValue={filters.profilo ?? ''}
        />
        <SelectField
          id="filtro-stato"
          name="stato"
          label="Stato"
          emptyLabel="Tutti"
          options={states}
          defaultValue={filters.stato ?? ''}
        />
        <FormActions>
          <SubmitButton className="btn-outline-primary" busyLabel="Filtro…">
            Filtra le iscrizioni
          </SubmitButton>
          <Link className="r-link" to="/gestione/iscrizioni">
            Togli i filtri
          </Link>
        </FormActions>
      </Form>
    </details>
  )
}
