import { levelName, outcomeName } from '~/features/observations/observation-words'
import { formatDay } from '~/lib/dates'
import { DataTable } from '~/ui/data-table'
import { type Fact, Facts } from '~/ui/facts'
import type { DossierEnrolment } from '../dossier.schema'
import { Fold, momentText } from './records'

type Props = { enrolment: DossierEnrolment; titleOf: (module: string) => string }
type Observation = DossierEnrolment['osservazioni'][number]

/** Observations of oneself with all that was written in them, and one's own self-assessments. */
export function ObservationRecords({ enrolment: { osservazioni, autovalutazioni }, titleOf }: Props) {
  return (
    <>
      {osservazioni.length > 0 ? (
        <Fold title="Osservazioni" count={osservazioni.length}>
          {osservazioni.map((observation) => (
            <article key={observation.id} className="mt-3">
              <h3>
                {titleOf(observation.modulo)}, {formatDay(observation.giorno)}
              </h3>
              <Facts plain items={factsOf(observation)} />
              <Criteria title={`Criteri, ${formatDay(observation.giorno)}`} rows={observation.criteri} />
            </article>
          ))}
        </Fold>
      ) : null}
      {autovalutazioni.length > 0 ? (
        <Fold title="Autovalutazioni" count={autovalutazioni.length}>
          {autovalutazioni.map(({ modulo, momento, quando, criteri }) => (
            <article key={`${modulo} ${momento}`} className="mt-3">
              <h3>
                {titleOf(modulo)}, {momento.toLowerCase()}
              </h3>
              <p className="r-muted">{momentText(quando)}</p>
              <Criteria title={`Autovalutazione, ${momento}`} rows={criteri} />
            </article>
          ))}
        </Fold>
      ) : null}
    </>
  )
}

function factsOf(observation: Observation): Fact[] {
  const { annulla, criteri_osservati, criteri_del_profilo, punteggio_percento, motivo } = observation
  const texts: [string, string | null][] = [
    ['Come', [observation.come, observation.luogo].filter(Boolean).join(', ')],
    ['Firmata da', `${observation.firmata_da ?? '–'}, ${momentText(observation.firmata_il)}`],
    ['Esito', annulla ? 'Annulla un’altra scheda' : outcomeName({ sufficient: observation.vale_per_il_requisito })],
    ['Vale oggi', observation.vale_oggi ? 'Sì' : 'No'],
    ['Criteri osservati', annulla ? null : `${criteri_osservati} su ${criteri_del_profilo}`],
    ['Punteggio', annulla || punteggio_percento === null ? null : `${punteggio_percento}\u00a0%`],
    ['Livello di autonomia', annulla ? null : levelName(observation.livello)],
    ['Una cosa fatta bene', observation.fatto_bene],
    ['Una da cambiare', observation.da_cambiare],
    ['Azione concordata', observation.azione],
    ['Entro il', observation.azione_entro_il && formatDay(observation.azione_entro_il)],
    ['L’azione precedente', observation.azione_precedente],
    ['Motivo', motivo],
    ...observation.risposte.map(({ tipo, quando, da, commento }): [string, string] => [
      tipo,
      [momentText(quando), da, commento].filter(Boolean).join(', '),
    ]),
  ]
  return texts.flatMap(([term, description]) => (description ? [{ term, description, key: term }] : []))
}

type Criterion = { criterio: string; testo: string; valutazione: string; nota?: string | null }

function Criteria({ title, rows }: { title: string; rows: Criterion[] }) {
  if (rows.length === 0) return null
  return (
    <DataTable
      caption={title}
      captionHidden
      rows={rows}
      rowKey={({ criterio }) => criterio}
      columns={[
        {
          key: 'criterion',
          header: 'Criterio',
          cell: ({ criterio, testo }) => (
            <>
              <span className="r-id">{criterio}</span> {testo}
            </>
          ),
        },
        { key: 'rating', header: 'Valutazione', cell: ({ valutazione }) => valutazione },
        ...(rows.some(({ nota }) => nota)
          ? [{ key: 'note', header: 'Nota', cell: ({ nota }: Criterion) => nota ?? '–' }]
          : []),
      ]}
    />
  )
}
