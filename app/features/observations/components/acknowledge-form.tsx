import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { RadioSet } from '~/ui/forms/radio-set'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import type { LearnerVerdict } from '../rules/disagreement'

type Values = { verdict?: string; comment?: string }

const options: { value: LearnerVerdict; label: string; hint: string }[] = [
  { value: 'acknowledged', label: 'Ho letto l’osservazione', hint: 'La presa visione resta scritta, con la data' },
  {
    value: 'disagreed',
    label: 'Ho letto l’osservazione e non sono d’accordo',
    hint: 'Un’altra persona che forma la riesamina',
  },
]

/** What the learner answers to an observation, once. */
export function AcknowledgeForm({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  const [form, fields] = useForm<Values>({ lastResult, id: 'presa-visione' })
  return (
    <div className="r-noprint">
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        lead="Quello che hai scritto è ancora qui. La presa visione non è registrata."
      />
      <p>
        La dai una volta sola. Non cambia l’esito, che vale dalla firma di chi ha osservato. Se non sei d’accordo,
        scrivi perché: l’osservazione viene riesaminata e intanto si ferma soltanto l’attestato.
      </p>
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="acknowledge" />
        <RadioSet
          id={fields.verdict.id}
          name={fields.verdict.name}
          legend="La tua presa visione"
          options={options}
          errors={fields.verdict.errors}
          errorId={fields.verdict.errorId}
          defaultValue={fields.verdict.defaultValue}
          key={fields.verdict.key}
        />
        <TextAreaField
          label="Perché non sei d’accordo"
          hint="Solo se non sei d’accordo. Lo leggono chi ha osservato e chi riesamina. Non scrivere mai dati di chi si rivolge al CPI."
          errors={fields.comment.errors}
          maxLength={1000}
          {...getTextareaProps(fields.comment)}
          key={fields.comment.key}
        />
        <SubmitButton busyLabel="Registro…">Registra la presa visione</SubmitButton>
      </Form>
    </div>
  )
}
