import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form, Link } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { FormActions } from '~/ui/forms/form-actions'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'

/** Gives one more attempt, with the reason. */
export function UnlockForm({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  const [form, fields] = useForm<{ reason?: string }>({ lastResult, id: 'sblocco' })
  return (
    <>
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        lead="Quello che hai scritto è ancora qui. Il test non è stato sbloccato."
      />
      <p>La persona avrà un tentativo in più, da subito. Lo sblocco e il motivo restano scritti.</p>
      <Form method="post" {...getFormProps(form)} noValidate>
        <TextAreaField
          label="Motivo"
          hint="Perché può riuscire adesso, per esempio che cosa avete ripassato. Non scrivere mai dati di chi si rivolge al CPI."
          errors={fields.reason.errors}
          maxLength={300}
          {...getTextareaProps(fields.reason)}
          key={fields.reason.key}
        />
        <FormActions>
          <SubmitButton busyLabel="Sblocco…">Sblocca il test</SubmitButton>
          <Link className="r-link" to="/sblocchi">
            Torna all’elenco
          </Link>
        </FormActions>
      </Form>
    </>
  )
}
