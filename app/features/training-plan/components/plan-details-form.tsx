import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { DraftConflictNote } from './draft-conflict'

type Values = { title?: string; classSize?: number }

type PlanDetailsFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  /** Somebody else has changed the draft meanwhile. */
  conflict?: Parameters<typeof DraftConflictNote>[0] | null
  values: Values
  revision: number
}

/** Title of the plan and size of its groups. */
export function PlanDetailsForm({ lastResult, conflict, values, revision }: PlanDetailsFormProps) {
  const [form, fields] = useForm<Values>({ lastResult, id: 'dati-piano', defaultValue: values })
  return (
    <>
      {conflict ? <DraftConflictNote {...conflict} /> : <ErrorSummary formId={form.id} errors={form.allErrors} />}
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="update-details" />
        <input type="hidden" name="revision" value={revision} />
        <Field
          label="Titolo del piano"
          errors={fields.title.errors}
          {...getInputProps(fields.title, { type: 'text' })}
          key={fields.title.key}
        />
        <Field
          label="Persone per gruppo, al massimo"
          hint="In aula, in aula a distanza e nelle attività collaborative."
          errors={fields.classSize.errors}
          short
          inputMode="numeric"
          {...getInputProps(fields.classSize, { type: 'text' })}
          key={fields.classSize.key}
        />
        <SubmitButton className="btn-outline-primary">Salva titolo e gruppi</SubmitButton>
      </Form>
    </>
  )
}
