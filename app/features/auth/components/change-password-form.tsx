import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { NewPasswordFields } from './new-password-fields'

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
        <NewPasswordFields chosen={fields.chosen} repeated={fields.repeated} />
        <SubmitButton className="btn-outline-primary">Cambia la password</SubmitButton>
      </Form>
    </>
  )
}
