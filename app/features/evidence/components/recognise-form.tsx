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
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import { recognisedNames } from '../evidence-words'

type Values = {
  moduleSlug?: string
  subject?: string
  hours?: string
  occurredOn?: string
  reason?: string
  document?: string
}

type RecogniseFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  modules: { slug: string; title: string }[]
}

const subjects = Object.entries(recognisedNames).map(([value, label]) => ({ value, label }))

/** Recognises something that was learnt before, or elsewhere, for a part of a module. */
export function RecogniseForm({ lastResult, modules }: RecogniseFormProps) {
  const [form, fields] = useForm<Values>({ lastResult, id: 'riconosci' })
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="recognise" />
        <SelectField
          label="Modulo"
          errors={fields.moduleSlug.errors}
          options={modules.map(({ slug, title }) => ({ value: slug, label: title }))}
          emptyLabel="Scegli il modulo"
          {...getSelectProps(fields.moduleSlug)}
          key={fields.moduleSlug.key}
        />
        <SelectField
          label="Che cosa riconosci"
          errors={fields.subject.errors}
          options={subjects}
          emptyLabel="Scegli che cosa riconosci"
          {...getSelectProps(fields.subject)}
          key={fields.subject.key}
        />
        <Field
          label="Quante ore"
          hint="Solo se riconosci ore, per esempio 2 oppure 1,5. Non più di quante il modulo ne chiede ancora."
          short
          inputMode="decimal"
          errors={fields.hours.errors}
          {...getInputProps(fields.hours, { type: 'text' })}
          key={fields.hours.key}
        />
        <Field
          label="Quando è stata fatta"
          hint="gg/mm/aaaa"
          short
          inputMode="numeric"
          errors={fields.occurredOn.errors}
          {...getInputProps(fields.occurredOn, { type: 'text' })}
          key={fields.occurredOn.key}
        />
        <TextAreaField
          label="Motivo"
          hint="Perché vale per questo modulo. Non scrivere dati di chi si rivolge al CPI."
          errors={fields.reason.errors}
          {...getTextareaProps(fields.reason)}
          key={fields.reason.key}
        />
        <Field
          label="Documento"
          hint="Il protocollo o il registro in cui si trova la prova."
          errors={fields.document.errors}
          {...getInputProps(fields.document, { type: 'text' })}
          key={fields.document.key}
        />
        <SubmitButton className="btn-outline-primary">Riconosci l’attività</SubmitButton>
      </Form>
    </>
  )
}
