import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import { OwnPasswordField } from './own-password-field'

type SignedVoidFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  /** What still holds when the form is refused. */
  stillHolds: string
  /** The field of the reason. */
  reason: { label: string; hint: string; maxLength: number }
  /** What the button does. */
  action: string
}

/** Voids something signed, with the reason and one's own password. */
export function SignedVoidForm({ lastResult, stillHolds, reason, action }: SignedVoidFormProps) {
  const [form, fields] = useForm<{ reason?: string; password?: string }>({ lastResult, id: 'annulla' })
  return (
    <>
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        lead={`Quello che hai scritto è ancora qui. ${stillHolds}`}
      />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="void" />
        <TextAreaField
          {...reason}
          errors={fields.reason.errors}
          {...getTextareaProps(fields.reason)}
          key={fields.reason.key}
        />
        <OwnPasswordField field={fields.password} />
        <SubmitButton className="btn-outline-primary" busyLabel="Annullo…">
          {action}
        </SubmitButton>
      </Form>
    </>
  )
}
