import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { Dialog } from '~/ui/dialog'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'

type ActProps = { lastResult?: SubmissionResult<string[]> | null }

/** Ends the enrolment, after a question. */
export function LeaveForm({ lastResult, name }: ActProps & { name: string }) {
  const [form, fields] = useForm<{ reason?: string }>({ lastResult, id: 'uscita' })
  return (
    <Dialog trigger="Registra l’uscita dal piano" title={`${name} lascia il piano?`} defaultOpen={Boolean(lastResult)}>
      <p>Non vede più lezioni e test. Quello che ha fatto resta, e lo ritrova se rientra.</p>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="L’iscrizione è ancora aperta." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="leave" />
        <Field
          label="Motivo"
          hint="In poche parole. Non scrivere dati di chi si rivolge al CPI."
          errors={fields.reason.errors}
          {...getInputProps(fields.reason, { type: 'text' })}
          key={fields.reason.key}
        />
        <SubmitButton className="btn-danger">Registra l’uscita</SubmitButton>
      </Form>
    </Dialog>
  )
}

/** Takes the enrolment up again. */
export function ReturnForm({ lastResult }: ActProps) {
  const [form] = useForm({ lastResult, id: 'rientro' })
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="L’iscrizione è ancora chiusa." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="return" />
        <p>Questa persona ha lasciato il piano. Se rientra ritrova la stessa versione e quello che aveva fatto.</p>
        <SubmitButton className="btn-outline-primary">Registra il rientro</SubmitButton>
      </Form>
    </>
  )
}
