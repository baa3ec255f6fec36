import { getFormProps, getInputProps, getSelectProps, type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Form, Link } from 'react-router'
import { profileNames } from '~/features/auth/role-names'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { FormActions } from '~/ui/forms/form-actions'
import { SelectField, type SelectGroup } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'

type Values = { email?: string; firstName?: string; lastName?: string; profile?: string; homeEntryId?: string }

type PersonDataFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  entries: SelectGroup[]
  /** Somebody may belong to no single place: only for who administers the whole region. */
  mayBeAnywhere: boolean
  values?: Values
  /** The revision that is being edited; absent for a new person. */
  revision?: number
  children: ReactNode
}

/** Name, address, profile and home of a person; the same for adding and for editing one. */
export function PersonDataForm({
  lastResult,
  entries,
  mayBeAnywhere,
  values,
  revision,
  children,
}: PersonDataFormProps) {
  const [form, fields] = useForm<Values>({ lastResult, id: 'dati-persona', defaultValue: values })
  const profiles = Object.entries(profileNames).map(([value, label]) => ({ value, label }))
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="update-person" />
        {revision === undefined ? null : <input type="hidden" name="revision" value={revision} />}
        <Field
          label="Nome"
          errors={fields.firstName.errors}
          autoComplete="off"
          {...getInputProps(fields.firstName, { type: 'text' })}
          key={fields.firstName.key}
        />
        <Field
          label="Cognome"
          errors={fields.lastName.errors}
          autoComplete="off"
          {...getInputProps(fields.lastName, { type: 'text' })}
          key={fields.lastName.key}
        />
        <Field
          label="Indirizzo email di lavoro"
          hint="Serve per accedere: uno per persona."
          errors={fields.email.errors}
          autoComplete="off"
          {...getInputProps(fields.email, { type: 'email' })}
          key={fields.email.key}
        />
        <SelectField
          label="Profilo"
          hint="Solo per chi segue la formazione."
          errors={fields.profile.errors}
          options={profiles}
          emptyLabel="Nessun profilo"
          {...getSelectProps(fields.profile)}
          key={fields.profile.key}
        />
        <SelectField
          label="Sede"
          hint={mayBeAnywhere ? 'Chi lavora per tutta la regione può non averne una.' : undefined}
          errors={fields.homeEntryId.errors}
          options={entries}
          emptyLabel={mayBeAnywhere ? 'Nessuna sede' : 'Scegli la sede'}
          {...getSelectProps(fields.homeEntryId)}
          key={fields.homeEntryId.key}
        />
        <FormActions>
          <SubmitButton>{children}</SubmitButton>
          <Link className="r-link" to="/amministrazione/persone">
            Torna alle persone
          </Link>
        </FormActions>
      </Form>
    </>
  )
}
