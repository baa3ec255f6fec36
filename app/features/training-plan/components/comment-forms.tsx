import {
  getFormProps,
  getInputProps,
  getSelectProps,
  getTextareaProps,
  type SubmissionResult,
  useForm,
} from '@conform-to/react'
import { Form } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SelectField, type SelectOption } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'

type Reply = SubmissionResult<string[]> | null

/** The parts of a version to choose from, by module; the empty value is the whole plan. */
export type PartChoices = { label: string; parts: SelectOption[] }[]

type CommentFormProps = {
  lastResult?: Reply
  parts: PartChoices
  /** The part that is chosen to begin with. */
  askedPart: string
}

/** A comment on a part of the version. */
export function CommentForm({ lastResult, parts, askedPart }: CommentFormProps) {
  const [form, fields] = useForm<{ body?: string; part?: string }>({
    lastResult,
    id: 'commenta',
    defaultValue: { part: askedPart },
  })
  return (
    <div className="r-noprint">
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="comment" />
        <TextAreaField
          label="Aggiungi un commento"
          hint="Lo leggono i tre seggi e chi gestisce il piano. Non scrivere dati di chi si rivolge ai CPI."
          errors={fields.body.errors}
          {...getTextareaProps(fields.body)}
          key={fields.body.key}
        />
        <SelectField
          label="Parte del piano"
          errors={fields.part.errors}
          options={parts.map(({ label, parts: options }) => ({ group: label, options }))}
          {...getSelectProps(fields.part)}
          key={fields.part.key}
        />
        <SubmitButton className="btn-outline-primary" busyLabel="Pubblico…">
          Pubblica il commento
        </SubmitButton>
      </Form>
    </div>
  )
}

type ThreadFormProps = { lastResult?: Reply; commentId: string }

/** An answer to a comment. */
export function AnswerForm({ lastResult, commentId }: ThreadFormProps) {
  const [form, fields] = useForm<{ body?: string }>({ lastResult, id: `risposta-${commentId}` })
  return (
    <details className="mt-2 r-noprint" open={Boolean(lastResult)}>
      <summary>Rispondi</summary>
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} className="mt-3" noValidate>
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="commentId" value={commentId} />
        <TextAreaField
          label="La tua risposta"
          errors={fields.body.errors}
          {...getTextareaProps(fields.body)}
          key={fields.body.key}
        />
        <SubmitButton className="btn-outline-primary" busyLabel="Pubblico…">
          Pubblica la risposta
        </SubmitButton>
      </Form>
    </details>
  )
}

/** Marks a comment as resolved, saying how. */
export function ResolveForm({ lastResult, commentId }: ThreadFormProps) {
  const [form, fields] = useForm<{ note?: string }>({ lastResult, id: `risolto-${commentId}` })
  return (
    <details className="mt-2 r-noprint" open={Boolean(lastResult)}>
      <summary>Segna come risolto</summary>
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} className="mt-3" noValidate>
        <input type="hidden" name="intent" value="resolve" />
        <input type="hidden" name="commentId" value={commentId} />
        <Field
          label="Come si è risolto"
          errors={fields.note.errors}
          {...getInputProps(fields.note, { type: 'text' })}
          key={fields.note.key}
        />
        <SubmitButton className="btn-outline-primary">Segna il commento come risolto</SubmitButton>
      </Form>
    </details>
  )
}
