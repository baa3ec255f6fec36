import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { OwnPasswordField } from '~/features/auth/components/own-password-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { FileField } from '~/ui/forms/file-field'
import { SubmitButton } from '~/ui/forms/submit-button'

type FormReply = { lastResult?: SubmissionResult<string[]> | null }

/** Sends the file to be checked; nothing is loaded yet. */
export function UploadForm({ lastResult, again }: FormReply & { again: boolean }) {
  const [form, fields] = useForm<{ file?: File }>({ lastResult, id: 'carica' })
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="Non abbiamo caricato nulla." />
      <Form method="post" encType="multipart/form-data" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="check" />
        <FileField
          label="File CSV"
          hint="Fino a 60.000 righe e 10 MB."
          errors={fields.file.errors}
          {...getInputProps(fields.file, { type: 'file' })}
          accept=".csv,text/csv"
          key={fields.file.key}
        />
        <SubmitButton className={again ? 'btn-outline-primary' : 'btn-primary'} busyLabel="Controllo…">
          {again ? 'Controlla un altro file' : 'Controlla il file'}
        </SubmitButton>
      </Form>
    </>
  )
}

type ConfirmFormProps = FormReply & { draftId: string; children: string }

/** Loads what was checked: all of it, or nothing. */
export function ConfirmForm({ lastResult, draftId, children }: ConfirmFormProps) {
  const [form, fields] = useForm<{ password?: string }>({ lastResult, id: 'importa' })
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="Non abbiamo importato nulla." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="confirm" />
        <input type="hidden" name="draft" value={draftId} />
        <OwnPasswordField field={fields.password} />
        <SubmitButton busyLabel="Importo…">{children}</SubmitButton>
      </Form>
    </>
  )
}
