import { getFormProps, getInputProps, getSelectProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { OwnPasswordField } from '~/features/auth/components/own-password-field'
import { roleNames, seatNames } from '~/features/auth/role-names'
import { roles } from '~/features/auth/rules/grants'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SelectField, type SelectGroup, type SelectOption } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { regionalRoles } from '../rules/hand-out'

type Values = { role?: string; scope?: string; seat?: string; startsOn?: string; endsOn?: string; password?: string }

type GrantRoleFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  scopes: (SelectOption | SelectGroup)[]
  /** The whole region is administered: the roles of the plan and of the platform may be given. */
  regional: boolean
  /** As it is written: 16/12/2019. */
  today: string
}

/** Gives a role somewhere, between two days. */
export function GrantRoleForm({ lastResult, scopes, regional, today }: GrantRoleFormProps) {
  const [form, fields] = useForm<Values>({ lastResult, id: 'nuovo-ruolo', defaultValue: { startsOn: today } })
  const options = roles
    .filter((role) => regional || !regionalRoles.includes(role))
    .map((role) => ({ value: role, label: roleNames[role] }))
  const seats = Object.entries(seatNames).map(([value, label]) => ({ value, label }))
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="grant-role" />
        <SelectField
          label="Ruolo"
          errors={fields.role.errors}
          options={options}
          emptyLabel="Scegli un ruolo"
          {...getSelectProps(fields.role)}
          key={fields.role.key}
        />
        <SelectField
          label="Dove vale"
          hint="Chi è in formazione lo è nella sua sede: lascia vuoto."
          errors={fields.scope.errors}
          options={scopes}
          emptyLabel="Scegli dove vale"
          {...getSelectProps(fields.scope)}
          key={fields.scope.key}
        />
        {regional ? (
          <SelectField
            label="Seggio"
            hint="Solo per la Cabina di Regia."
            errors={fields.seat.errors}
            options={seats}
            emptyLabel="Nessun seggio"
            {...getSelectProps(fields.seat)}
            key={fields.seat.key}
          />
        ) : null}
        <Field
          label="Dal"
          hint="gg/mm/aaaa"
          short
          inputMode="numeric"
          errors={fields.startsOn.errors}
          {...getInputProps(fields.startsOn, { type: 'text' })}
          key={fields.startsOn.key}
        />
        <Field
          label="Al (facoltativo)"
          hint="gg/mm/aaaa. Vuoto: senza fine."
          short
          inputMode="numeric"
          errors={fields.endsOn.errors}
          {...getInputProps(fields.endsOn, { type: 'text' })}
          key={fields.endsOn.key}
        />
        <OwnPasswordField field={fields.password} />
        <SubmitButton className="btn-outline-primary">Dai il ruolo</SubmitButton>
      </Form>
    </>
  )
}
