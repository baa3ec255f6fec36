import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { OwnPasswordField } from '~/features/auth/components/own-password-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { RadioSet } from '~/ui/forms/radio-set'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import type { ReviewVerdict } from '../rules/disagreement'

type Values = { verdict?: string; comment?: string; password?: string }

const options: { value: ReviewVerdict; label: string; hint: string }[] = [
  { value: 'confirmed', label: 'Confermo l’osservazione', hint: 'Resta com’è' },
  {
    value: 'overturned',
    label: 'Annullo l’osservazione',
    hint: 'Non conta più per il modulo, da subito; resta da leggere',
  },
]

/** Decides a disagreement, signed with the password. */
export function ReviewForm({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  const [form, fields] = useForm<Values>({ lastResult, id: 'riesame' })
  return (
    <div className="r-box r-box--key mt-4 r-noprint">
      <h3 className="mb-3">Decidi il riesame</h3>
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        lead="Quello che hai scritto è ancora qui. Il riesame non è registrato."
      />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="review" />
        <RadioSet
          id={fields.verdict.id}
          name={fields.verdict.name}
          legend="La tua decisione"
          options={options}
          errors={fields.verdict.errors}
          errorId={fields.verdict.errorId}
          defaultValue={fields.verdict.defaultValue}
          key={fields.verdict.key}
        />
        <TextAreaField
          label="Perché"
          hint="Lo leggono chi è stato osservato e chi ha firmato. Non scrivere mai dati di chi si rivolge al CPI."
          errors={fields.comment.errors}
          maxLength={1000}
          {...getTextareaProps(fields.comment)}
          key={fields.comment.key}
        />
        <OwnPasswordField field={fields.password} />
        <SubmitButton busyLabel="Registro…">Firma il riesame</SubmitButton>
        <p className="r-small r-muted mt-3">La decisione è una sola e resta scritta: dopo non si cambia.</p>
      </Form>
    </div>
  )
}
