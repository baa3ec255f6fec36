import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form, Link } from 'react-router'
import { OwnPasswordField } from '~/features/auth/components/own-password-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { FormActions } from '~/ui/forms/form-actions'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import { longestText } from '../observation-form.schema'

type SignatureFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  draftId: string
  revision: number
  /** It takes the place of an earlier one, and says why. */
  corrects: boolean
}

type Values = { password?: string; reason?: string }

/** The signature: the password again, and for a correction the reason. */
export function SignatureForm({ lastResult, draftId, revision, corrects }: SignatureFormProps) {
  const [form, fields] = useForm<Values>({ lastResult, id: 'firma' })
  return (
    <section className="r-box r-box--key" aria-labelledby="firma-titolo">
      <h2 id="firma-titolo">Firma</h2>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="La scheda non è firmata. La bozza è al sicuro." />
      <p>Dopo la firma la scheda non si modifica. La persona la vede subito, e ne prende visione.</p>
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="revision" value={revision} />
        {corrects ? (
          <TextAreaField
            label="Perché correggi"
            hint="Resta scritto accanto alla firma. Non scrivere mai dati di chi si rivolge al CPI."
            errors={fields.reason.errors}
            maxLength={longestText}
            {...getTextareaProps(fields.reason)}
            key={fields.reason.key}
          />
        ) : null}
        <OwnPasswordField field={fields.password} />
        <FormActions>
          <SubmitButton busyLabel="Firmo…">{corrects ? 'Firma la correzione' : 'Firma la scheda'}</SubmitButton>
          <Link className="r-link" to={`/osservazioni/${draftId}/compila`}>
            Torna alla scheda
          </Link>
        </FormActions>
      </Form>
    </section>
  )
}
