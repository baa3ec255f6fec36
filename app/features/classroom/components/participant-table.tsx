import { useState } from 'react'
import { classNames } from '~/ui/class-names'
import { DataTable } from '~/ui/data-table'
import { ErrorText } from '~/ui/forms/field-texts'
import { useHydrated } from '~/ui/use-hydrated'
import type { Participant } from '../draft.queries.server'
import { type RegisterErrors, rowKey } from '../rules/read-register'
import type { DraftRow } from '../rules/register'

type ParticipantTableProps = {
  rows: readonly DraftRow[]
  people: Record<string, Participant>
  /** Minutes of who is there the whole time. */
  duration: number | undefined
  errors: RegisterErrors
  onChange: (enrolmentId: string, change: Partial<DraftRow>) => void
}

/** The people of a draft: present or not with one tap, minutes one below the other, a reason where they are fewer. */
export function ParticipantTable({ rows, people, duration, errors, onChange }: ParticipantTableProps) {
  const numbered = rows.map((row, index) => ({ row, index, person: people[row.enrolmentId] }))
  return (
    <DataTable
      caption="Le persone del registro"
      captionHidden
      rows={numbered}
      rowKey={({ row }) => row.enrolmentId}
      columns={[
        {
          key: 'name',
          header: 'Nome',
          cell: ({ row, index, person }) => (
            <>
              <input type="hidden" name={`rows[${index}].enrolmentId`} value={row.enrolmentId} />
              {person?.name ?? 'Una persona che ora è fuori dalle tue sedi'}
              <span className="r-small r-muted d-block fw-normal">
                {person ? (person.home ?? 'Nessuna sede') : null}
              </span>
            </>
          ),
        },
        {
          key: 'present',
          header: 'Presenza',
          cell: ({ row, index, person }) => (
            <label className="r-opt r-opt--s r-present">
              <input
                type="checkbox"
                name={`rows[${index}].present`}
                checked={row.present}
                onChange={(event) => onChange(row.enrolmentId, { present: event.currentTarget.checked, minutes: '' })}
              />
              <span>
                Presente<span className="visually-hidden"> {person?.name}</span>
              </span>
            </label>
          ),
        },
        {
          key: 'minutes',
          header: 'Minuti',
          cell: ({ row, index, person }) => (
            <MinutesField
              row={row}
              name={`rows[${index}].minutes`}
              who={person?.name ?? ''}
              duration={duration}
              error={errors[rowKey(row.enrolmentId)]}
              onChange={onChange}
            />
          ),
        },
        {
          key: 'reason',
          header: 'Motivo, se sono meno',
          cell: ({ row, index, person }) => (
            <ReasonField row={row} name={`rows[${index}].reason`} who={person?.name ?? ''} onChange={onChange} />
          ),
        },
      ]}
    />
  )
}

type CellProps = { row: DraftRow; name: string; who: string; onChange: ParticipantTableProps['onChange'] }

/** Nothing written means the whole duration; 0 means absent. */
function MinutesField({
  row,
  name,
  who,
  duration,
  error,
  onChange,
}: CellProps & { duration: number | undefined; error: string | undefined }) {
  // While it is written the field shows what was typed, also nothing.
  const [typed, setTyped] = useState<string | null>(null)
  const whole = String(duration ?? '')
  const id = `registro-${rowKey(row.enrolmentId)}`

  function write(text: string) {
    setTyped(text)
    const minutes = text === whole ? '' : text
    onChange(row.enrolmentId, text === '0' ? { present: false, minutes: '' } : { present: true, minutes })
  }

  return (
    <div className={classNames('r-field mb-0', error && 'is-bad')}>
      <label htmlFor={id} className="visually-hidden">
        Minuti di {who}
      </label>
      <ErrorText id={`${id}-error`} errors={error ? [error] : undefined} />
      <input
        id={id}
        name={name}
        className="form-control r-minutes"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        data-minutes=""
        value={typed ?? (row.present ? row.minutes || whole : '0')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => write(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped(null)}
      />
    </div>
  )
}

/** Out of the way while somebody is there the whole time; without script it always stands there. */
function ReasonField({ row, name, who, onChange }: CellProps) {
  const hydrated = useHydrated()
  const id = `registro-motivo-${row.enrolmentId}`
  if (hydrated && row.present && row.minutes === '' && row.reason === '') return null
  return (
    <div className="r-field mb-0">
      <label htmlFor={id} className="visually-hidden">
        Motivo per {who}
      </label>
      <input
        id={id}
        name={name}
        className="form-control"
        autoComplete="off"
        maxLength={300}
        value={row.reason}
        onChange={(event) => onChange(row.enrolmentId, { reason: event.currentTarget.value })}
      />
    </div>
  )
}
