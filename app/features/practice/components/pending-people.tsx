import type { SubmissionResult } from '@conform-to/react'
import { useRef } from 'react'
import { formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { countOf } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { CheckField } from '~/ui/forms/check-field'
import { useHydrated } from '~/ui/use-hydrated'
import type { PendingPerson } from '../pending-practice.queries.server'
import { companionNames } from '../practice-words'
import { ReasonForm } from './reason-form'
import { TaskNames } from './task-names'

type PendingPeopleProps = {
  people: PendingPerson[]
  /** The form to which the ticks belong. */
  formId: string
  returned?: { target: string; reply: SubmissionResult<string[]> }
}

/** The entries that wait, one table for each person; every entry is ticked to be validated, or sent back by itself. */
export function PendingPeople({ people, ...rest }: PendingPeopleProps) {
  return people.map((person) => <PendingOf key={person.id} person={person} {...rest} />)
}

function PendingOf({ person, formId, returned }: { person: PendingPerson } & Omit<PendingPeopleProps, 'people'>) {
  const { id, name, home, entries } = person
  const section = useRef<HTMLElement>(null)
  const hydrated = useHydrated()
  const what = (entry: (typeof entries)[number]) => `${formatMinutes(entry.minutes)} del ${formatDay(entry.heldOn)}`

  function tickAll() {
    for (const box of section.current?.querySelectorAll<HTMLInputElement>('input[name="entries"]') ?? []) {
      box.checked = true
    }
  }

  return (
    <section className="r-sec" aria-labelledby={`di-${id}`} ref={section}>
      <h2 id={`di-${id}`}>
        {name} <span className="r-unit r-muted">{home ?? 'Nessuna sede'}</span>
      </h2>
      {hydrated && entries.length > 1 ? (
        <button type="button" className="btn btn-outline-primary btn-sm mb-2" onClick={tickAll}>
          Scegli tutte: {countOf(entries.length, 'voce', 'voci')}
          <span className="visually-hidden"> di {name}</span>
        </button>
      ) : null}
      <DataTable
        caption={`Ore che ${name} ha annotato`}
        captionHidden
        rows={entries}
        rowKey={(entry) => entry.id}
        columns={[
          {
            key: 'tick',
            header: 'Ore',
            cell: (entry) => (
              <CheckField
                id={`voce-${entry.id}`}
                name="entries"
                value={entry.id}
                form={formId}
                fieldClassName="mb-0"
                label={
                  <>
                    {what(entry)}
                    <span className="visually-hidden"> di {name}</span>
                  </>
                }
              />
            ),
          },
          { key: 'module', header: 'Modulo', cell: ({ moduleTitle }) => moduleTitle },
          {
            key: 'what',
            header: 'Che cosa',
            cell: ({ tasks, note }) => (
              <div>
                <TaskNames tasks={tasks} />
                {note ? <p className="r-small r-muted mb-0">{note}</p> : null}
              </div>
            ),
          },
          { key: 'with', header: 'Con chi', cell: ({ alongside }) => companionNames[alongside] },
          {
            key: 'return',
            header: 'Non va bene?',
            cell: (entry) => (
              <ReasonForm
                intent="return"
                entryId={entry.id}
                what={`${what(entry)} di ${name}`}
                lastResult={returned?.target === entry.id ? returned.reply : undefined}
              />
            ),
          },
        ]}
      />
    </section>
  )
}
