import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'

/** Asks for the password in use, and twice for the new one. */
export function ChangePasswordForm({ lastResult, email }: { lastResult?: SubmissionResult<string[]>; email: string }) {
  const [form, fields] = useForm<{ current: string; chosen: string; repeated: string }>({ lastResult, id: 'cambio' })
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="La password è rimasta quella di prima." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="change-password" />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Field
          label="Password attuale"
          errors={fields.current.errors}
          autoComplete="current-password"
          {...getInputProps(fields.current, { type: 'password', value: false })}
          key={fields.current.key}
        />
        <Field
          label="Nuova password"
          hint="Almeno 12 caratteri. Una frase che ricordi va benissimo."
          errors={fields.chosen.errors}
          autoComplete="new-password"
          {...getInputProps(fields.chosen, { type: 'password', value: false })}
          key={fields.chosen.key}
        />
        <Field
          label="Ripeti la nuova password"
          errors={fields.repeated.errors}
          autoComplete="new-password"
          {...getInputProps(fields.repeated, { type: 'password', value: false })}
          key={fields.repeated.key}
        />
        <SubmitButton className="btn-outline-primary">Cambia la password</SubmitButton>
      </Form>
    </>
  )
}
