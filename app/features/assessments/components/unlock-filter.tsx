import { Form, Link } from 'react-router'
import { FormActions } from '~/ui/forms/form-actions'
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import type { UnlockFilters } from '../unlock-filters.schema'

type Entry = { id: string; name: string; provinceCode: string; province: string }

/** Narrows the list to a province or to an entry in scope; without a choice to make there is nothing. */
export function UnlockFilter({ filters, entries }: { filters: UnlockFilters; entries: Entry[] }) {
  if (entries.length < 2) return null
  const provinces = [...new Map(entries.map(({ provinceCode, province }) => [provinceCode, province]))]
  return (
    <details open={Boolean(filters.provincia || filters.sede)}>
      <summary>Filtra le persone</summary>
      <Form method="get" className="r-w mt-3" key={JSON.stringify(filters)}>
        {provinces.length > 1 ? (
          <SelectField
            id="filtro-provincia"
            name="provincia"
            label="Provincia"
            emptyLabel="Tutte"
            options={provinces.map(([value, label]) => ({ value, label }))}
            defaultValue={filters.provincia ?? ''}
          />
        ) : null}
        <SelectField
          id="filtro-sede"
          name="sede"
          label="Sede"
          emptyLabel="Tutte"
          options={provinces.map(([code, group]) => ({
            group,
            options: entries
              .filter(({ provinceCode }) => provinceCode === code)
              .map(({ id, name }) => ({ value: id, label: name })),
          }))}
          defaultValue={filters.sede ?? ''}
        />
        <FormActions>
          <SubmitButton className="btn-outline-primary" busyLabel="Filtro…">
            Filtra le persone
          </SubmitButton>
          <Link className="r-link" to="/sblocchi">
            Togli i filtri
          </Link>
        </FormActions>
      </Form>
    </details>
  )
}
