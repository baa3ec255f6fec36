import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { OwnPasswordField } from '~/features/auth/components/own-password-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { RadioSet } from '~/ui/forms/radio-set'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import type { Outcome } from '../rules/version-state'
import type { Choice } from '../rules/voting'

type CastVote = { choice: Choice; reasons: string | null; conditions: string[] }

type VoteFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  /** What the seat has voted so far. */
  cast: CastVote | null
}

type Values = { choice?: string; reasons?: string; conditions?: string; password?: string }

const options: { value: Choice; label: string }[] = [
  { value: 'approve', label: 'Approvo' },
  { value: 'conditions', label: 'Approvo con condizioni' },
  { value: 'return', label: 'Rinvio con motivi' },
  { value: 'abstain', label: 'Mi astengo' },
]

/** The vote of a seat, signed with the password; the one it has cast already is there to start from. */
export function VoteForm({ lastResult, cast }: VoteFormProps) {
  const [form, fields] = useForm<Values>({
    lastResult,
    id: 'voto',
    defaultValue: cast
      ? { choice: cast.choice, reasons: cast.reasons ?? '', conditions: cast.conditions.join('\n') }
      : undefined,
  })
  return (
    <div className="r-box mt-4 r-box--key r-noprint">
      <h2 id="il-tuo-voto">{cast ? 'Cambia il tuo voto' : 'Il tuo voto'}</h2>
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        lead="Quello che hai scritto è ancora qui. Il voto non è registrato."
      />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="vote" />
        <RadioSet
          id={fields.choice.id}
          name={fields.choice.name}
          legend="Scegli il voto"
          legendHidden
          layout="small"
          options={options}
          errors={fields.choice.errors}
          errorId={fields.choice.errorId}
          defaultValue={fields.choice.defaultValue}
          key={fields.choice.key}
        />
        <TextAreaField
          label="Condizioni"
          hint="Una per riga. Solo se approvi con condizioni: non fermano il piano, e chi lo gestisce ne rende conto."
          errors={fields.conditions.errors}
          {...getTextareaProps(fields.conditions)}
          key={fields.conditions.key}
        />
        <TextAreaField
          label="Motivi"
          hint="Servono per il rinvio. Non scrivere dati di chi si rivolge ai CPI."
          errors={fields.reasons.errors}
          {...getTextareaProps(fields.reasons)}
          key={fields.reasons.key}
        />
        <OwnPasswordField field={fields.password} />
        <SubmitButton className="btn-primary w-100" busyLabel="Registro…">
          Registra il voto
        </SubmitButton>
        <p className="r-small r-muted mt-3">
          Il voto e i motivi restano nel verbale. Finché la votazione è aperta lo puoi cambiare: conta l’ultimo.
        </p>
      </Form>
    </div>
  )
}

const outcomeSentences: Record<Outcome, string> = {
  approved: 'Se la chiudi adesso, la versione è approvata ed entra in vigore.',
  returned: 'Se la chiudi adesso, la versione è rinviata.',
  undecided: 'Se la chiudi adesso, la versione resta senza decisione.',
}

type CloseVoteFormProps = { lastResult?: SubmissionResult<string[]> | null; outcome: Outcome }

/** Closes the vote before the third seat has voted, saying first what that decides. */
export function CloseVoteForm({ lastResult, outcome }: CloseVoteFormProps) {
  const [form, fields] = useForm<{ password?: string }>({ lastResult, id: 'chiudi' })
  return (
    <details className="r-box mt-4 r-noprint" open={Boolean(lastResult)}>
      <summary>Chiudi la votazione</summary>
      <p className="mt-3">{outcomeSentences[outcome]} Dopo, nessun seggio può più votare.</p>
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="La votazione è ancora aperta." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="close" />
        <OwnPasswordField field={fields.password} />
        <SubmitButton className="btn-outline-primary w-100" busyLabel="Chiudo…">
          Chiudi la votazione
        </SubmitButton>
      </Form>
    </details>
  )
}
