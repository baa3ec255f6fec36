import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { OwnPasswordField } from '~/features/auth/components/own-password-field'
import { countOf, formatNumber } from '~/lib/numbers'
import { Dialog } from '~/ui/dialog'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { SubmitButton } from '~/ui/forms/submit-button'

type SubmitVersionFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  revision: number
  authors: readonly string[]
  questions: { all: number; published: number }
}

/** Puts the draft before the Cabina, after the password: nothing of it changes any more. */
export function SubmitVersionForm({ lastResult, revision, authors, questions }: SubmitVersionFormProps) {
  const [form, fields] = useForm<{ password?: string }>({ lastResult, id: 'presenta-versione' })
  return (
    <>
      <p className="r-w">
        Lezioni, domande, schede e regole si copiano come sono adesso e non cambiano più. Chi presenta la versione e chi
        l’ha scritta non la vota: {authors.join(', ')}.
      </p>
      <p className="r-w">
        {countOf(questions.all, 'domanda', 'domande')} nei test, di cui {formatNumber(questions.published)} pubbliche
        con la loro chiave nell’edizione aperta.
      </p>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="La versione è ancora una bozza." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="submit" />
        <input type="hidden" name="revision" value={revision} />
        <OwnPasswordField field={fields.password} />
        <SubmitButton busyLabel="Presento…">Presenta la versione alla Cabina</SubmitButton>
      </Form>
    </>
  )
}

/** Throws the draft away, after a question. */
export function DiscardDraftForm({ number, revision }: { number: number; revision: number }) {
  return (
    <Dialog
      trigger="Elimina la bozza"
      title={`Elimini la bozza della versione ${formatNumber(number)}?`}
      closeLabel="Tieni la bozza"
    >
      <p>La composizione si perde. I contenuti e le altre versioni restano.</p>
      <Form method="post">
        <input type="hidden" name="intent" value="discard" />
        <input type="hidden" name="revision" value={revision} />
        <SubmitButton className="btn-danger" busyLabel="Elimino…">
          Elimina la bozza
        </SubmitButton>
      </Form>
    </Dialog>
  )
}
