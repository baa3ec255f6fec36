import { Form } from 'react-router'
import { formatDate, formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { DataTable } from '~/ui/data-table'
import { SubmitButton } from '~/ui/forms/submit-button'
import type { OwnPractice } from '../own-practice.queries.server'
import { companionNames } from '../practice-words'
import { PracticeStateTag } from './practice-state'
import { TaskNames } from './task-names'

/** One's own practice, each with its state, who decided and why; what waits can be withdrawn. */
export function OwnPracticeTable({ entries }: { entries: OwnPractice[] }) {
  return (
    <DataTable
      caption="Le ore che hai annotato, dalle più recenti"
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { key: 'day', header: 'Giorno', cell: ({ heldOn }) => formatDay(heldOn) },
        { key: 'hours', header: 'Ore', numeric: true, cell: ({ minutes }) => formatMinutes(minutes) },
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
        { key: 'state', header: 'Stato', cell: (entry) => <StateOf entry={entry} /> },
      ]}
    />
  )
}

function StateOf({ entry: { id, state, heldOn, decision } }: { entry: OwnPractice }) {
  return (
    <div>
      <PracticeStateTag state={state} />
      {decision ? (
        <p className="r-small r-muted mb-0">
          {decision.by ? `${decision.by}, ` : ''}
          {formatDate(decision.at)}
        </p>
      ) : null}
      {decision?.reason ? <p className="r-small mb-0">{decision.reason}</p> : null}
      {state === 'pending' ? (
        <Form method="post">
          <input type="hidden" name="intent" value="withdraw" />
          <input type="hidden" name="entryId" value={id} />
          <SubmitButton className="btn-outline-primary btn-sm mt-2" busyLabel="Ritiro…">
            Ritira<span className="visually-hidden"> le ore del {formatDay(heldOn)}</span>
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  )
}
