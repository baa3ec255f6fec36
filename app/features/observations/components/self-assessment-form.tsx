import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { RadioSet } from '~/ui/forms/radio-set'
import { SubmitButton } from '~/ui/forms/submit-button'
import type { ProfileCriterion } from '../rules/observable-module'
import { type SelfMoment, selfRatings } from '../rules/self-assessment'
import { selfRatingNames } from '../self-assessment-words'

type FormProps = {
  moment: SelfMoment
  criteria: ProfileCriterion[]
  lastResult?: SubmissionResult<string[]> | null
}

const options = selfRatings.map((value) => ({ value, label: selfRatingNames[value] }))

/** How one sees oneself on each criterion of the form, once. */
export function SelfAssessmentForm({ moment, criteria, lastResult }: FormProps) {
  const [form, fields] = useForm<{ moment: string; ratings: Record<string, string | undefined> }>({
    lastResult,
    id: 'autovalutazione',
  })
  const ratings = fields.ratings.getFieldset()
  return (
    <>
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        nameOf={(key) => key.replace('ratings.', '')}
        lead="Quello che hai scelto è ancora qui. L’autovalutazione non è registrata."
      />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="moment" value={moment} />
        {criteria.map(({ id, text }) => {
          const field = ratings[id]
          return field ? (
            <RadioSet
              key={field.key ?? id}
              id={field.id}
              name={field.name}
              legend={
                <>
                  <span className="r-id">{id}</span> {text}
                </>
              }
              layout="rate"
              className="r-crit"
              options={options}
              errors={field.errors}
              errorId={field.errorId}
              defaultValue={field.defaultValue}
            />
          ) : null
        })}
        <SubmitButton busyLabel="Registro…">Registra l’autovalutazione</SubmitButton>
      </Form>
    </>
  )
}
