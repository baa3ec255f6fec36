import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { OwnPasswordField } from '~/features/auth/components/own-password-field'
import { Dialog } from '~/ui/dialog'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Note } from '~/ui/note'

type ActProps = { lastResult?: SubmissionResult<string[]> | null }

/** Makes the link with which the person chooses a password. */
export function PasswordLinkForm({ lastResult, hasPassword }: ActProps & { hasPassword: boolean }) {
  const [form, fields] = useForm<{ password?: string }>({ lastResult, id: 'link' })
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="Il link non è stato creato." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="make-link" />
        <OwnPasswordField field={fields.password} />
        <SubmitButton className="btn-outline-primary" busyLabel="Creo…">
          {hasPassword ? 'Crea un link per una nuova password' : 'Crea il link per la password'}
        </SubmitButton>
      </Form>
    </>
  )
}

/** The link, this one time. */
export function IssuedLink({ address, hours }: { address: string; hours: number }) {
  return (
    <Note kind="key" title="Il link è pronto: si vede solo adesso" role="status">
      <p>
        Copialo e consegnalo alla persona in modo sicuro. Vale {hours} ore e una volta sola. I link creati prima non
        funzionano più.
      </p>
      <Field id="link-pronto" label="Link per scegliere la password" wide readOnly value={address} />
    </Note>
  )
}

/** Shuts the person out, after a question. */
export function DeactivateForm({ lastResult, name }: ActProps & { name: string }) {
  const [form, fields] = useForm<{ password?: string }>({ lastResult, id: 'disattiva' })
  return (
    <Dialog trigger="Disattiva la persona" title={`Disattivi ${name}?`} defaultOpen={Boolean(lastResult)}>
      <p>Non potrà più accedere e le sue sessioni si chiudono subito. I suoi dati e i suoi ruoli restano.</p>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="La persona è ancora attiva." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="deactivate" />
        <OwnPasswordField field={fields.password} />
        <SubmitButton className="btn-danger" busyLabel="Disattivo…">
          Disattiva la persona
        </SubmitButton>
      </Form>
    </Dialog>
  )
}

/** Lets a deactivated person in again. */
export function ReactivateForm({ lastResult }: ActProps) {
  const [form] = useForm({ lastResult, id: 'riattiva' })
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="La persona è ancora disattivata." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="reactivate" />
        <p>La persona è disattivata: non può accedere. Se la riattivi ritrova la sua password e i suoi ruoli.</p>
        <SubmitButton className="btn-outline-primary" busyLabel="Riattivo…">
          Riattiva la persona
        </SubmitButton>
      </Form>
    </>
  )
}
