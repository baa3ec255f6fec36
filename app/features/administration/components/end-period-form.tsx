import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'

type EndPeriodFormProps = {
  intent: 'end-role' | 'end-posting'
  /** Of the role or posting that is ended. */
  id: string
  lastResult?: SubmissionResult<string[]> | null
  today: string
  /** What is ended, for those who do not see where the form stands. */
  what: string
}

/** The last day of a role or of a posting. */
export function EndPeriodForm({ intent, id, lastResult, today, what }: EndPeriodFormProps) {
  const [form, fields] = useForm<{ endsOn?: string }>({ lastResult, id: `fine-${id}`, defaultValue: { endsOn: today } })
  const role = intent === 'end-role'
  return (
    <details open={lastResult ? true : undefined}>
      <summary>
        {role ? 'Chiudi il ruolo' : 'Chiudi il periodo'}
        <span className="visually-hidden">: {what}</span>
      </summary>
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} noValidate className="mt-2">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name={role ? 'roleId' : 'postingId'} value={id} />
        <Field
          label="Ultimo giorno"
          hint="gg/mm/aaaa. Con la data di ieri smette di valere subito."
          short
          inputMode="numeric"
          errors={fields.endsOn.errors}
          {...getInputProps(fields.endsOn, { type: 'text' })}
          key={fields.endsOn.key}
        />
        <SubmitButton className="btn-outline-primary">{role ? 'Chiudi il ruolo' : 'Chiudi il periodo'}</SubmitButton>
      </Form>
    </details>
  )
}
