import { getFormProps, getInputProps, getSelectProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { formatDay } from '~/lib/dates'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SelectField, type SelectOption } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { EndPeriodForm } from './end-period-form'
import { periodState, periodText } from './period-text'

type PostingRow = { id: string; startsOn: string; endsOn: string | null; reason: string; entry: { name: string } }

type PostingTableProps = {
  postings: PostingRow[]
  today: string
  /** The administrator may end these periods. */
  mayEnd: boolean
  answer?: { target: string; reply: SubmissionResult<string[]> }
}

/** Where a person has worked besides the home entry, and until when. */
export function PostingTable({ postings, today, mayEnd, answer }: PostingTableProps) {
  return (
    <DataTable
      caption="Periodi in altre sedi"
      captionHidden
      rows={postings}
      rowKey={(posting) => posting.id}
      empty={<p>Ha sempre lavorato nella sua sede.</p>}
      columns={[
        { key: 'entry', header: 'Sede', cell: (posting) => posting.entry.name },
        { key: 'period', header: 'Quando', cell: (posting) => periodText(posting) },
        { key: 'reason', header: 'Motivo', cell: (posting) => posting.reason },
        {
          key: 'end',
          header: 'Chiusura',
          cell: (posting) =>
            !mayEnd || periodState(posting, today) === 'ended' ? (
              '–'
            ) : (
              <EndPeriodForm
                intent="end-posting"
                id={posting.id}
                what={posting.entry.name}
                today={formatDay(today)}
                lastResult={answer?.target === posting.id ? answer.reply : undefined}
              />
            ),
        },
      ]}
    />
  )
}

type Values = { entryId?: string; startsOn?: string; endsOn?: string; reason?: string }
type PostingFormProps = { lastResult?: SubmissionResult<string[]> | null; entries: SelectOption[]; today: string }

/** Records a period at another entry of the same province. */
export function PostingForm({ lastResult, entries, today }: PostingFormProps) {
  const [form, fields] = useForm<Values>({ lastResult, id: 'nuovo-periodo', defaultValue: { startsOn: today } })
  return (
    <>
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="intent" value="record-posting" />
        <SelectField
          label="Sede"
          hint="Della stessa provincia (Allegato 1, par. 6)."
          errors={fields.entryId.errors}
          options={entries}
          emptyLabel="Scegli la sede"
          {...getSelectProps(fields.entryId)}
          key={fields.entryId.key}
        />
        <Field
          label="Dal"
          hint="gg/mm/aaaa"
          short
          inputMode="numeric"
          errors={fields.startsOn.errors}
          {...getInputProps(fields.startsOn, { type: 'text' })}
          key={fields.startsOn.key}
        />
        <Field
          label="Al (facoltativo)"
          hint="gg/mm/aaaa. Vuoto: senza fine."
          short
          inputMode="numeric"
          errors={fields.endsOn.errors}
          {...getInputProps(fields.endsOn, { type: 'text' })}
          key={fields.endsOn.key}
        />
        <Field
          label="Motivo"
          hint="L’esigenza operativa, in poche parole. Non scrivere il nome di chi si rivolge al CPI."
          errors={fields.reason.errors}
          {...getInputProps(fields.reason, { type: 'text' })}
          key={fields.reason.key}
        />
        <SubmitButton className="btn-outline-primary">Registra il periodo</SubmitButton>
      </Form>
    </>
  )
}
