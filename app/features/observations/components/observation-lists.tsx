import { Link } from 'react-router'
import { formatDay } from '~/lib/dates'
import { type Column, DataTable } from '~/ui/data-table'
import { Tag, type TagState } from '~/ui/tag'
import type { OwnDraft } from '../drafts.queries.server'
import { kindName, levelName, outcomeName } from '../observation-words'
import type { ListedObservation, ListedState } from '../read-listed.server'

const states: Record<ListedState, [TagState | undefined, string]> = {
  'to-see': [undefined, 'Presa visione da dare'],
  seen: ['ok', 'Presa visione'],
  'to-review': ['warn', 'In disaccordo, da riesaminare'],
  confirmed: ['ok', 'Riesaminata e confermata'],
  corrected: ['off', 'Corretta: vale un’altra scheda'],
  voided: ['off', 'Annullata'],
}

type Cells = Column<ListedObservation>

const address = ({ id }: ListedObservation) => `/osservazioni/${id}`
const day: Cells = {
  key: 'day',
  header: 'Giorno',
  cell: ({ observedOn, kind }) => `${formatDay(observedOn)}, ${kindName(kind).toLowerCase()}`,
}
const outcome: Cells = {
  key: 'outcome',
  header: 'Esito',
  cell: (row) => <Tag state={row.sufficient ? 'ok' : 'bad'}>{outcomeName(row)}</Tag>,
}
const level: Cells = { key: 'level', header: 'Autonomia', cell: (row) => levelName(row.level) }
const state: Cells = {
  key: 'state',
  header: 'Presa visione',
  cell: (row) => {
    const [mark, text] = states[row.state]
    return <Tag state={mark}>{text}</Tag>
  },
}
const learner: Cells = {
  key: 'learner',
  header: 'Persona',
  cell: (row) => (
    <>
      <Link to={address(row)}>
        {row.learner}
        <span className="visually-hidden">, {formatDay(row.observedOn)}</span>
      </Link>{' '}
      <span className="d-block r-small r-muted">{row.place}</span>
    </>
  ),
}
const module: Cells = { key: 'module', header: 'Modulo', cell: (row) => row.module }
const ownModule: Cells = {
  key: 'module',
  header: 'Modulo',
  cell: (row) => (
    <Link to={address(row)}>
      {row.module}
      <span className="visually-hidden">, {formatDay(row.observedOn)}</span>
    </Link>
  ),
}
const observer: Cells = { key: 'observer', header: 'Chi ha osservato', cell: (row) => row.observer }

const columnsOf = {
  /** For who signed them. */
  signed: [learner, module, day, outcome, level, state],
  /** For the person observed. */
  own: [ownModule, day, observer, outcome, level, state],
  /** For who is responsible for the centre: outcome and level. */
  people: [learner, module, day, outcome, level],
}

type ObservationTableProps = { caption: string; rows: ListedObservation[]; audience: keyof typeof columnsOf }

/** Signed observations, as their audience may see them. */
export function ObservationTable({ caption, rows, audience }: ObservationTableProps) {
  return <DataTable caption={caption} captionHidden rows={rows} rowKey={({ id }) => id} columns={columnsOf[audience]} />
}

/** Drafts that wait for their signature. */
export function DraftTable({ drafts }: { drafts: OwnDraft[] }) {
  return (
    <DataTable
      caption="Schede da finire"
      captionHidden
      rows={drafts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'learner',
          header: 'Persona',
          cell: ({ id, name, module }) => (
            <Link to={`/osservazioni/${id}/compila`}>
              {name}
              <span className="visually-hidden">, {module}</span>
            </Link>
          ),
        },
        { key: 'module', header: 'Modulo', cell: ({ module }) => module },
        { key: 'day', header: 'Giorno', cell: ({ observedOn }) => observedOn },
        {
          key: 'rated',
          header: 'A che punto è',
          cell: ({ rated, criteria, corrects }) => (
            <Tag state="half">
              {corrects ? 'Correzione, criteri' : 'Criteri'} valutati: {rated} su {criteria}
            </Tag>
          ),
        },
        { key: 'saved', header: 'Salvata', cell: ({ savedAt }) => savedAt },
      ]}
    />
  )
}
