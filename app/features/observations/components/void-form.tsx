import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { OwnPasswordField } from '~/features/auth/components/own-password-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import { longestText } from '../observation-form.schema'

/** Voids a signed observation, with the reason and the password. */
export function VoidForm({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  const [form, fields] = useForm<{ reason?: string; password?: string }>({ lastResult, id: 'annulla' })
  return (
    <>
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        lead="Quello che hai scritto è ancora qui. L’osservazione vale come prima."
      />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="void" />
        <TextAreaField
          label="Perché la annulli"
          hint="Resta scritto, e la persona lo legge. Non scrivere mai dati di chi si rivolge al CPI."
          errors={fields.reason.errors}
          maxLength={longestText}
          {...getTextareaProps(fields.reason)}
          key={fields.reason.key}
        />
        <OwnPasswordField field={fields.password} />
        <SubmitButton className="btn-outline-primary" busyLabel="Annullo…">
          Annulla l’osservazione
        </SubmitButton>
      </Form>
    </>
  )
}
