import { type FieldMetadata, getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form, Link } from 'react-router'
import { countOf, formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { FormActions } from '~/ui/forms/form-actions'
import { SubmitButton } from '~/ui/forms/submit-button'
import type { SizedPlan } from '../rules/sizing'
import { DraftConflictNote } from './draft-conflict'

type SizingFormProps = {
  lastResult?: SubmissionResult<string[]> | null
  /** Somebody else has changed the draft meanwhile. */
  conflict?: Parameters<typeof DraftConflictNote>[0] | null
  plan: SizedPlan
  revision: number
  /** The page to go back to without saving. */
  back: string
}

type Values = { entries: { entry: string; navigators: number; operators: number }[] }

/** How many people each entry sends, province by province in the order of the act. */
export function SizingForm({ lastResult, conflict, plan, revision, back }: SizingFormProps) {
  const all = plan.provinces.flatMap(({ entries }) => entries)
  const values = all.map(({ id, navigators, operators }) => ({ entry: id, navigators, operators }))
  const [form, fields] = useForm<Values>({ lastResult, id: 'persone', defaultValue: { entries: values } })
  const rows = fields.entries.getFieldList()
  const nameOf = (key: string) => {
    const [, index, kind] = /^entries\[(\d+)\]\.(navigators|operators)$/.exec(key) ?? []
    const entry = all[Number(index)]
    return entry && `${entry.name}, ${kind === 'navigators' ? 'Navigator' : 'operatori'}`
  }
  const fieldsOf = (id: string) => rows[all.findIndex((entry) => entry.id === id)]?.getFieldset()
  return (
    <>
      {conflict ? (
        <DraftConflictNote {...conflict} />
      ) : (
        <ErrorSummary formId={form.id} errors={form.allErrors} nameOf={nameOf} />
      )}
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="revision" value={revision} />
        {plan.provinces.map((province) => (
          <section className="r-sec" key={province.code} aria-labelledby={`provincia-${province.code}`}>
            <h3 id={`provincia-${province.code}`}>
              {province.name}: {countOf(province.places, 'posto', 'posti')} dell’atto, previsti{' '}
              {formatNumber(province.navigators)} Navigator e {countOf(province.operators, 'operatore', 'operatori')}
            </h3>
            <DataTable
              caption={`Persone delle sedi: ${province.name}`}
              captionHidden
              rows={province.entries}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', header: 'Sede', cell: ({ name }) => name },
                { key: 'places', header: 'Posti', numeric: true, cell: ({ places }) => formatNumber(places) },
                {
                  key: 'navigators',
                  header: 'Navigator',
                  cell: ({ id, name }) => (
                    <>
                      <input type="hidden" name={fieldsOf(id)?.entry.name} value={id} />
                      <PeopleField label={`Navigator, ${name}`} field={fieldsOf(id)?.navigators} />
                    </>
                  ),
                },
                {
                  key: 'operators',
                  header: 'Operatori',
                  cell: ({ id, name }) => <PeopleField label={`Operatori, ${name}`} field={fieldsOf(id)?.operators} />,
                },
              ]}
            />
          </section>
        ))}
        <FormActions>
          <SubmitButton>Salva le persone</SubmitButton>
          <Link className="r-link" to={back}>
            Torna alla versione
          </Link>
        </FormActions>
      </Form>
    </>
  )
}

function PeopleField({ label, field }: { label: string; field: FieldMetadata<number, Values> | undefined }) {
  if (!field) return null
  return (
    <Field
      label={label}
      labelHidden
      errors={field.errors}
      inputMode="numeric"
      fieldClassName="r-w-s mb-0"
      {...getInputProps(field, { type: 'text' })}
      key={field.key}
    />
  )
}
