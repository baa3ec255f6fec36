import {
  type FieldMetadata,
  getFormProps,
  getInputProps,
  getSelectProps,
  getTextareaProps,
  type SubmissionResult,
  useForm,
} from '@conform-to/react'
import { useState } from 'react'
import { Form } from 'react-router'
import { CheckField } from '~/ui/forms/check-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { ErrorText } from '~/ui/forms/field-texts'
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import { useHydrated } from '~/ui/use-hydrated'
import type { PracticeModule } from '../own-practice.queries.server'
import { companionNames } from '../practice-words'

type Values = {
  moduleSlug?: string
  heldOn?: string
  hours?: string
  tasks?: string[]
  alongside?: string
  note?: string
}
type LogFormProps = { lastResult?: SubmissionResult<string[]> | null; modules: readonly PracticeModule[] }

const companions = Object.entries(companionNames).map(([value, label]) => ({ value, label }))

/** Logs practice: which module, when, how long, what, with whom. */
export function LogForm({ lastResult, modules }: LogFormProps) {
  const only = modules.length === 1 ? modules[0]?.slug : undefined
  const [form, fields] = useForm<Values>({ lastResult, id: 'annota', defaultValue: { moduleSlug: only } })
  const [chosen, setChosen] = useState(fields.moduleSlug.initialValue ?? '')
  const hydrated = useHydrated()
  const offered = modules.filter(({ slug, tasks }) => tasks.length > 0 && (!hydrated || slug === chosen))
  return (
    <>
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        lead="Quello che hai scritto è ancora qui. Le ore non sono annotate."
      />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="log" />
        <SelectField
          label="Modulo"
          errors={fields.moduleSlug.errors}
          options={modules.map(({ slug, title }) => ({ value: slug, label: title }))}
          emptyLabel="Scegli il modulo"
          {...getSelectProps(fields.moduleSlug)}
          onChange={(event) => setChosen(event.currentTarget.value)}
          key={fields.moduleSlug.key}
        />
        <div className="r-row r-end">
          <Field
            label="Giorno"
            hint="gg/mm/aaaa"
            short
            inputMode="numeric"
            autoComplete="off"
            errors={fields.heldOn.errors}
            {...getInputProps(fields.heldOn, { type: 'text' })}
            key={fields.heldOn.key}
          />
          <Field
            label="Quante ore"
            hint="Per esempio 2 oppure 1,5"
            short
            inputMode="decimal"
            autoComplete="off"
            errors={fields.hours.errors}
            {...getInputProps(fields.hours, { type: 'text' })}
            key={fields.hours.key}
          />
        </div>
        <TaskChoice field={fields.tasks} offered={offered} />
        <SelectField
          label="Con chi eri"
          errors={fields.alongside.errors}
          options={companions}
          emptyLabel="Scegli con chi"
          {...getSelectProps(fields.alongside)}
          key={fields.alongside.key}
        />
        <TextAreaField
          label="Nota (se serve)"
          hint="Per chi convalida. Non scrivere mai dati di chi si rivolge al CPI."
          errors={fields.note.errors}
          maxLength={300}
          {...getTextareaProps(fields.note)}
          key={fields.note.key}
        />
        <SubmitButton busyLabel="Annoto…">Annota le ore</SubmitButton>
      </Form>
    </>
  )
}

/** Without script the tasks of all modules are there, each under its module. */
function TaskChoice({ field, offered }: { field: FieldMetadata<string[] | undefined>; offered: PracticeModule[] }) {
  const written: unknown = field.initialValue
  const ticked = new Set<unknown>(Array.isArray(written) ? written : [written])
  return (
    <div id={field.id}>
      {field.errors?.length && offered.length === 0 ? <ErrorText id={field.errorId} errors={field.errors} /> : null}
      {offered.map(({ slug, title, tasks }, index) => (
        <fieldset
          key={slug}
          className={field.errors?.length ? 'r-set is-bad' : 'r-set'}
          aria-describedby={field.errors?.length && index === 0 ? field.errorId : undefined}
        >
          <legend>
            Che cosa hai fatto<span className={offered.length > 1 ? undefined : 'visually-hidden'}>: {title}</span>
          </legend>
          {index === 0 ? <ErrorText id={field.errorId} errors={field.errors} /> : null}
          {tasks.map((task) => (
            <CheckField
              key={task.id}
              id={`${field.id}-${slug}-${task.id.replace('.', '-')}`}
              name={field.name}
              value={task.id}
              fieldClassName="mb-0"
              label={
                <>
                  <span className="r-id">{task.id}</span> {task.title}
                </>
              }
              defaultChecked={ticked.has(task.id)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}
