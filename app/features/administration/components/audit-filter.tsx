import { Form, Link } from 'react-router'
import { formatDay } from '~/lib/dates'
import { Field } from '~/ui/forms/field'
import { FormActions } from '~/ui/forms/form-actions'
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import type { AuditFilters } from '../audit-filters.schema'
import { actionGroups } from '../audit-names'

const page = '/amministrazione/registro'

/** Narrows the log; what is chosen stands in the address, where a person is an id and never a name. */
export function AuditFilter({ filters }: { filters: AuditFilters }) {
  const groups = Object.entries(actionGroups).map(([value, label]) => ({ value, label }))
  return (
    <details open={Object.values(filters).some(Boolean)}>
      <summary>Filtra il registro</summary>
      <Form method="get" className="r-w mt-3" key={JSON.stringify(filters)}>
        {filters.persona ? <input type="hidden" name="persona" value={filters.persona} /> : null}
        <SelectField
          id="atto"
          name="atto"
          label="Atti"
          emptyLabel="Tutti"
          options={groups}
          defaultValue={filters.atto ?? ''}
        />
        <Field
          id="oggetto"
          name="oggetto"
          label="Codice dell’oggetto"
          hint="Come sta nella colonna Oggetto del file CSV."
          defaultValue={filters.oggetto}
          autoComplete="off"
        />
        <Field
          id="dal"
          name="dal"
          label="Dal"
          hint="gg/mm/aaaa"
          short
          inputMode="numeric"
          defaultValue={filters.dal && formatDay(filters.dal)}
        />
        <Field
          id="al"
          name="al"
          label="Al"
          hint="gg/mm/aaaa"
          short
          inputMode="numeric"
          defaultValue={filters.al && formatDay(filters.al)}
        />
        <FormActions>
          <SubmitButton className="btn-outline-primary" busyLabel="Filtro…">
            Filtra il registro
          </SubmitButton>
          <Link className="r-link" to={page}>
            Togli i filtri
          </Link>
        </FormActions>
      </Form>
    </details>
  )
}

/** Chooses the person by e-mail: sent by POST, so that no address of a person stands in an address of ours. */
export function AuditPersonForm({ typed, error, query }: { typed: string; error: string; query: string }) {
  return (
    <Form method="post" action={page + query} noValidate className="r-w r-row r-end mb-3">
      <Field
        fieldClassName="mb-0 r-grow"
        id="email"
        name="email"
        type="email"
        label="Atti di una persona, o su di lei"
        hint="Scrivi il suo indirizzo email."
        errors={error ? [error] : undefined}
        defaultValue={typed}
        autoComplete="off"
      />
      <SubmitButton className="btn-outline-primary" busyLabel="Cerco…">
        Mostra i suoi atti
      </SubmitButton>
    </Form>
  )
}
