import type { ComponentProps } from 'react'
import { Form, Link } from 'react-router'
import { classNames } from '../class-names'
import { FormActions } from './form-actions'
import { SelectField } from './select-field'
import { SubmitButton } from './submit-button'

export type FilterField = {
  name: string
  label: string
  /** What the empty choice is called: "Tutte", "Tutti". */
  emptyLabel: string
  options: ComponentProps<typeof SelectField>['options']
}

type ListFilterProps = {
  /** On the fold and on the button: "Filtra le persone". */
  title: string
  fields: readonly FilterField[]
  /** What is chosen, by name; it stands in the address. */
  chosen: Record<string, string | undefined>
  /** The list without filters. */
  clearTo: string
}

/** Narrows a list, folded until something is chosen; on paper it says what is chosen, or is not there. */
export function ListFilter({ title, fields, chosen, clearTo }: ListFilterProps) {
  const narrowed = Object.values(chosen).some(Boolean)
  return (
    <details className={classNames('mt-3', !narrowed && 'r-noprint')} open={narrowed}>
      <summary>{title}</summary>
      <Form method="get" className="r-w mt-3" key={JSON.stringify(chosen)}>
        {fields.map((field) => (
          <SelectField
            key={field.name}
            {...field}
            id={`filtro-${field.name}`}
            defaultValue={chosen[field.name] ?? ''}
          />
        ))}
        <FormActions>
          <SubmitButton className="btn-outline-primary" busyLabel="Filtro…">
            {title}
          </SubmitButton>
          <Link className="r-link r-noprint" to={clearTo}>
            Togli i filtri
          </Link>
        </FormActions>
      </Form>
    </details>
  )
}
