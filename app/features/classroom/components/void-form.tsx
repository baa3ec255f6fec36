import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { OwnPasswordField } from '~/features/auth/components/own-password-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'

/** Makes a whole register void, with the reason and the password. */
export function VoidForm({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  const [form, fields] = useForm<{ reason?: string; password?: string }>({ lastResult, id: 'annulla' })
  return (
    <details className="mt-3" open={Boolean(lastResult)}>
      <summary>Annulla il registro intero</summary>
      <p className="mt-3">
        I minuti di tutte le persone non contano più. Il registro resta da leggere, con il motivo per cui è annullato.
      </p>
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        lead="Quello che hai scritto è ancora qui. Il registro non è annullato."
      />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="void" />
        <TextAreaField
          label="Motivo"
          hint="Per esempio: registrato due volte."
          errors={fields.reason.errors}
          maxLength={300}
          {...getTextareaProps(fields.reason)}
          key={fields.reason.key}
        />
        <OwnPasswordField field={fields.password} />
        <SubmitButton className="btn-outline-primary" busyLabel="Annullo…">
          Annulla il registro
        </SubmitButton>
      </Form>
    </details>
  )
}
