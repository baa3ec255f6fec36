import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form, Link } from 'react-router'
import { CheckField } from '~/ui/forms/check-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { FormActions } from '~/ui/forms/form-actions'
import { SubmitButton } from '~/ui/forms/submit-button'
import { type Bank, BlueprintFields } from './blueprint-fields'
import { DraftConflictNote } from './draft-conflict'
import { fieldName } from './field-name'
import { HoursFields } from './hours-fields'
import type { SettingsValues } from './settings-values'

type ModuleSettingsFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  /** Somebody else has changed the draft meanwhile. */
  conflict?: Parameters<typeof DraftConflictNote>[0] | null
  values: SettingsValues
  revision: number
  bank: Bank
  prerequisites: readonly { slug: string; label: string }[]
  /** The page to go back to without saving. */
  back: string
}

/** What the plan asks in a module: who takes it and for how long, what opens it, its test, its observations. */
export function ModuleSettingsForm({
  lastResult,
  conflict,
  values,
  revision,
  bank,
  prerequisites,
  back,
}: ModuleSettingsFormProps) {
  const [form, fields] = useForm<SettingsValues>({ lastResult, id: 'regole', defaultValue: values })
  const prerequisiteSet = fields.prerequisites
  const chosen = prerequisiteSet.initialValue
  return (
    <>
      {conflict ? (
        <DraftConflictNote {...conflict} />
      ) : (
        <ErrorSummary formId={form.id} errors={form.allErrors} nameOf={fieldName(bank)} />
      )}
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="revision" value={revision} />
        <HoursFields taken={fields.taken} hours={fields.hours} />
        <fieldset className="r-set">
          <legend>Moduli da superare prima</legend>
          {prerequisites.length === 0 ? <p className="r-muted">Nel piano non ci sono altri moduli.</p> : null}
          {prerequisites.map(({ slug, label }, index) => (
            <CheckField
              key={slug}
              id={index === 0 ? prerequisiteSet.id : `${prerequisiteSet.id}-${slug}`}
              name={prerequisiteSet.name}
              value={slug}
              defaultChecked={Array.isArray(chosen) ? chosen.includes(slug) : chosen === slug}
              label={label}
              fieldClassName="mb-0"
            />
          ))}
        </fieldset>
        <BlueprintFields rows={fields.blueprint} bank={bank} />
        <fieldset className="r-set">
          <legend>Regola del test</legend>
          <Field
            label="Risposte giuste per superarlo"
            errors={fields.cut.errors}
            short
            inputMode="numeric"
            {...getInputProps(fields.cut, { type: 'text' })}
            key={fields.cut.key}
          />
          <Field
            label="Tentativi"
            hint="Finiti questi, un formatore può sbloccarne altri."
            errors={fields.attempts.errors}
            short
            inputMode="numeric"
            {...getInputProps(fields.attempts, { type: 'text' })}
            key={fields.attempts.key}
          />
          <Field
            label="Ore di attesa dopo un test non superato"
            hint="Dopo il primo, dopo il secondo, separate da virgole: 1, 24. L’ultima vale per le volte che seguono."
            errors={fields.waitHours.errors}
            short
            {...getInputProps(fields.waitHours, { type: 'text' })}
            key={fields.waitHours.key}
          />
          <Field
            label="Minuti per il test"
            hint="Lascia vuoto se non c’è un limite."
            errors={fields.timeLimitMinutes.errors}
            short
            inputMode="numeric"
            {...getInputProps(fields.timeLimitMinutes, { type: 'text' })}
            key={fields.timeLimitMinutes.key}
          />
        </fieldset>
        <fieldset className="r-set">
          <legend>Osservazione sul lavoro</legend>
          <CheckField
            label="Il modulo chiede osservazioni"
            hint="Se togli il segno, i tre numeri qui sotto non contano."
            errors={fields.observed.errors}
            {...getInputProps(fields.observed, { type: 'checkbox' })}
            key={fields.observed.key}
          />
          <Field
            label="Osservazioni positive richieste"
            errors={fields.required.errors}
            short
            inputMode="numeric"
            {...getInputProps(fields.required, { type: 'text' })}
            key={fields.required.key}
          />
          <Field
            label="Di quante persone diverse, almeno"
            errors={fields.observers.errors}
            short
            inputMode="numeric"
            {...getInputProps(fields.observers, { type: 'text' })}
            key={fields.observers.key}
          />
          <Field
            label="Soglia, in percentuale"
            errors={fields.cutPercent.errors}
            short
            inputMode="numeric"
            {...getInputProps(fields.cutPercent, { type: 'text' })}
            key={fields.cutPercent.key}
          />
        </fieldset>
        <FormActions>
          <SubmitButton>Salva le regole del modulo</SubmitButton>
          <Link className="r-link" to={back}>
            Torna alla versione
          </Link>
        </FormActions>
      </Form>
    </>
  )
}
