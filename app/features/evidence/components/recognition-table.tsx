import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from 'react-router'
import { formatDate, formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Tag } from '~/ui/tag'
import { isHours, recognisedNames } from '../evidence-words'
import type { Recognised } from '../managed-enrolment.queries.server'

type RecognitionTableProps = {
  recognitions: Recognised[]
  /** They are not one's own. */
  mayCorrect: boolean
  /** Titles of the modules by slug. */
  titles: Record<string, string>
  answer?: { target: string; reply: SubmissionResult<string[]> }
}

/** What was recognised, by whom and why; corrections stand as rows of their own. */
export function RecognitionTable({ recognitions, mayCorrect, titles, answer }: RecognitionTableProps) {
  return (
    <DataTable
      caption="Attività riconosciute, dalla più recente"
      captionHidden
      rows={recognitions}
      rowKey={({ id }) => id}
      empty={<p>Non è stato riconosciuto nulla.</p>}
      columns={[
        {
          key: 'what',
          header: 'Che cosa',
          cell: (row) => (
            <>
              {nameOf(row)} {row.minutes ? `(${formatMinutes(row.minutes)})` : null}
              <span className="d-block r-small r-muted">{titles[row.moduleSlug]}</span>
            </>
          ),
        },
        { key: 'when', header: 'Fatta il', cell: ({ occurredOn }) => formatDay(occurredOn) },
        {
          key: 'by',
          header: 'Riconosciuta',
          cell: ({ recordedAt, by }) => (by ? `${formatDate(recordedAt)}, da ${by}` : formatDate(recordedAt)),
        },
        { key: 'why', header: 'Motivo e documento', cell: whyOf },
        {
          key: 'state',
          header: 'Stato',
          cell: (row) =>
            row.stands ? (
              <>
                <Tag state="ok">Vale</Tag>
                {mayCorrect ? (
                  <CorrectForm row={row} lastResult={answer?.target === row.id ? answer.reply : undefined} />
                ) : null}
              </>
            ) : (
              <Tag state="off">{row.isVoid ? 'Annulla quella prima' : 'Corretta'}</Tag>
            ),
        },
      ]}
    />
  )
}

function CorrectForm({ row, lastResult }: { row: Recognised; lastResult?: SubmissionResult<string[]> }) {
  const [form, fields] = useForm<{ hours?: string; reason?: string }>({ lastResult, id: `correggi-${row.id}` })
  const hours = isHours(row.subject)
  return (
    <details open={lastResult ? true : undefined}>
      <summary>
        {hours ? 'Correggi o annulla' : 'Annulla'}
        <span className="visually-hidden">: {nameOf(row)}</span>
      </summary>
      <ErrorSummary formId={form.id} errors={form.allErrors} />
      <Form method="post" {...getFormProps(form)} noValidate className="mt-2">
        <input type="hidden" name="intent" value="correct" />
        <input type="hidden" name="evidenceId" value={row.id} />
        {hours ? (
          <Field
            label="Ore giuste"
            hint="Vuoto: non vale più nulla."
            short
            inputMode="decimal"
            errors={fields.hours.errors}
            {...getInputProps(fields.hours, { type: 'text' })}
            key={fields.hours.key}
          />
        ) : null}
        <Field
          label="Motivo"
          hint="Quello che c’era scritto resta, con la correzione accanto."
          errors={fields.reason.errors}
          {...getInputProps(fields.reason, { type: 'text' })}
          key={fields.reason.key}
        />
        <SubmitButton className="btn-outline-primary">
          {hours ? 'Registra la correzione' : 'Annulla il riconoscimento'}
        </SubmitButton>
      </Form>
    </details>
  )
}

function nameOf({ subject }: Recognised) {
  return recognisedNames[subject as keyof typeof recognisedNames] ?? subject
}

function whyOf({ reason, document }: Recognised) {
  if (reason === null) return 'Cancellati alla fine della conservazione.'
  return document ? `${reason}. ${document}` : reason
}
