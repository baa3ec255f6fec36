import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'

type ReasonFormProps = {
  intent: 'return' | 'revoke'
  entryId: string
  /** "2 h del 16/12/2019 di Giulia Ferrante" */
  what: string
  lastResult?: SubmissionResult<string[]> | null
}

const words = {
  return: {
    open: 'Rimanda',
    label: 'Che cosa non va',
    hint: 'Lo legge chi ha annotato le ore. Non scrivere mai dati di chi si rivolge al CPI.',
    button: 'Rimanda con questo motivo',
    busy: 'Rimando…',
  },
  revoke: {
    open: 'Revoca',
    label: 'Perché revochi la convalida',
    hint: 'Le ore non contano più. Il motivo lo legge chi le ha annotate.',
    button: 'Revoca la convalida',
    busy: 'Revoco…',
  },
}

/** Sends an entry back, or takes its validation back, with the reason; folded until it is asked for. */
export function ReasonForm({ intent, entryId, what, lastResult }: ReasonFormProps) {
  const [form, fields] = useForm<{ reason?: string }>({ lastResult, id: `${intent}-${entryId}` })
  const { open, label, hint, button, busy } = words[intent]
  return (
    <details open={lastResult ? true : undefined}>
      <summary>
        {open}
        <span className="visually-hidden"> {what}</span>
      </summary>
      <Form method="post" {...getFormProps(form)} noValidate className="mt-2">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="entryId" value={entryId} />
        <TextAreaField
          label={label}
          hint={hint}
          errors={fields.reason.errors}
          maxLength={300}
          rows={2}
          {...getTextareaProps(fields.reason)}
          key={fields.reason.key}
        />
        <SubmitButton className="btn-outline-primary" busyLabel={busy}>
          {button}
        </SubmitButton>
      </Form>
    </details>
  )
}
