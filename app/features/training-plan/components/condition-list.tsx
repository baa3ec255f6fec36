import { getFormProps, getInputProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { seatNames } from '~/features/auth/role-names'
import { formatDate } from '~/lib/dates'
import { CheckField } from '~/ui/forms/check-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import { Tag } from '~/ui/tag'
import type { ReviewedCondition } from '../review.queries.server'

type ConditionListProps = {
  conditions: readonly ReviewedCondition[]
  /** The answer to the form of a condition; absent where conditions are only read. */
  answerTo?: (conditionId: string) => SubmissionResult<string[]> | null | undefined
}

/** The conditions of an approval, what was done about each, and whether it is met. */
export function ConditionList({ conditions, answerTo }: ConditionListProps) {
  return conditions.map(({ id, seat, text, met, notes }) => (
    <article className="r-msg" key={id}>
      <p className="r-small r-muted">{seatNames[seat]}</p>
      <p>
        <strong>{text}</strong>
      </p>
      <p>{met ? <Tag state="ok">Condizione soddisfatta</Tag> : <Tag state="warn">Condizione ancora aperta</Tag>}</p>
      {notes.map((note) => (
        <div className="r-msg" key={note.id}>
          <p className="r-muted r-small">
            {formatDate(note.at)}
            {note.by ? `, ${note.by}` : ''}
            {note.met ? ', segnata come soddisfatta' : ''}
          </p>
          <p className="r-said">{note.note}</p>
        </div>
      ))}
      {answerTo ? <FollowUpForm conditionId={id} lastResult={answerTo(id)} /> : null}
    </article>
  ))
}

type FollowUpFormProps = { conditionId: string; lastResult?: SubmissionResult<string[]> | null }

function FollowUpForm({ conditionId, lastResult }: FollowUpFormProps) {
  const [form, fields] = useForm<{ note?: string; met?: string }>({ lastResult, id: `condizione-${conditionId}` })
  return (
    <details className="mt-2 r-noprint" open={Boolean(lastResult)}>
      <summary>Scrivi che cosa è stato fatto</summary>
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} className="mt-3" noValidate>
        <input type="hidden" name="intent" value="follow-up" />
        <input type="hidden" name="conditionId" value={conditionId} />
        <TextAreaField
          label="Che cosa è stato fatto"
          errors={fields.note.errors}
          {...getTextareaProps(fields.note)}
          key={fields.note.key}
        />
        <CheckField
          label="La condizione è soddisfatta"
          errors={fields.met.errors}
          {...getInputProps(fields.met, { type: 'checkbox' })}
          key={fields.met.key}
        />
        <SubmitButton className="btn-outline-primary">Salva la nota sulla condizione</SubmitButton>
      </Form>
    </details>
  )
}
