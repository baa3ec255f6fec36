import { formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { Facts } from '~/ui/facts'
import type { DossierEnrolment } from '../dossier.schema'
import { AttemptRecords } from './attempt-records'
import { ObservationRecords } from './observation-records'
import { momentText, Records } from './records'

type Props = { enrolment: DossierEnrolment }

/** All of one enrolment: what happened, how far one is, and every row behind it. */
export function DossierEnrolmentSection({ enrolment }: Props) {
  const { id, versione_del_piano, profilo, iscritta_il, lasciata_il, completata_il, moduli } = enrolment
  const titles = new Map(moduli.map(({ modulo, titolo }) => [modulo, titolo]))
  const titleOf = (module: string) => titles.get(module) ?? module
  return (
    <section className="r-sec" aria-labelledby={id}>
      <h2 id={id}>Piano formativo, versione {versione_del_piano}</h2>
      <Facts
        items={[
          { term: 'Profilo', description: profilo },
          { term: 'Iscrizione', description: momentText(iscritta_il) },
          ...(lasciata_il ? [{ term: 'Uscita', description: momentText(lasciata_il) }] : []),
          { term: 'Completamento', description: completata_il ? momentText(completata_il) : 'Non ancora' },
        ]}
      />
      <Events enrolment={enrolment} />
      <Modules enrolment={enrolment} />
      <EvidenceRecords enrolment={enrolment} titleOf={titleOf} />
      <AttemptRecords enrolment={enrolment} titleOf={titleOf} />
      <ObservationRecords enrolment={enrolment} titleOf={titleOf} />
      <HoursRecords enrolment={enrolment} titleOf={titleOf} />
    </section>
  )
}

function Events({ enrolment: { eventi } }: Props) {
  return (
    <Records
      title="Che cosa è successo"
      rows={eventi}
      keyOf={({ quando, evento }) => `${quando} ${evento}`}
      columns={[
        { key: 'what', header: 'Che cosa', cell: ({ evento }) => evento },
        { key: 'at', header: 'Quando', cell: ({ quando }) => momentText(quando) },
        { key: 'by', header: 'Registrato da', cell: ({ da }) => da ?? 'Rotta' },
        { key: 'why', header: 'Motivo', cell: ({ motivo }) => motivo ?? '–' },
      ]}
    />
  )
}

function Modules({ enrolment: { moduli } }: Props) {
  return (
    <Records
      title="I moduli"
      rows={moduli}
      keyOf={({ modulo }) => modulo}
      columns={[
        { key: 'title', header: 'Modulo', cell: ({ titolo }) => titolo },
        {
          key: 'lessons',
          header: 'Lezioni lette',
          numeric: true,
          cell: ({ lezioni_lette, lezioni_richieste }) => `${lezioni_lette} su ${lezioni_richieste}`,
        },
        {
          key: 'hours',
          header: 'Ore',
          numeric: true,
          cell: ({ minuti_fatti, minuti_richiesti }) =>
            `${formatMinutes(minuti_fatti)} su ${formatMinutes(minuti_richiesti)}`,
        },
        { key: 'test', header: 'Test superato', cell: ({ test_superato }) => yesOrNo(test_superato) },
        {
          key: 'observation',
          header: 'Requisito di osservazione',
          cell: ({ requisito_osservazione_raggiunto }) => (requisito_osservazione_raggiunto ? 'Raggiunto' : '–'),
        },
        {
          key: 'done',
          header: 'Completato',
          cell: ({ completato_il }) => (completato_il ? momentText(completato_il) : 'No'),
        },
      ]}
    />
  )
}

type WithTitles = Props & { titleOf: (module: string) => string }

function EvidenceRecords({ enrolment: { attivita }, titleOf }: WithTitles) {
  return (
    <Records
      title="Attività registrate"
      rows={attivita}
      keyOf={({ id }) => id}
      columns={[
        { key: 'day', header: 'Data', cell: ({ giorno }) => formatDay(giorno) },
        { key: 'module', header: 'Modulo', cell: ({ modulo }) => titleOf(modulo) },
        { key: 'what', header: 'Che cosa', cell: evidenceText },
        {
          key: 'minutes',
          header: 'Durata',
          numeric: true,
          cell: ({ minuti }) => (minuti === null ? '–' : formatMinutes(minuti)),
        },
        { key: 'by', header: 'Registrata da', cell: ({ registrata_da }) => registrata_da ?? 'Rotta' },
        { key: 'stands', header: 'Vale oggi', cell: ({ vale_oggi }) => yesOrNo(vale_oggi) },
        {
          key: 'why',
          header: 'Motivo e documento',
          cell: ({ motivo, documento }) => [motivo, documento].filter(Boolean).join('; ') || '–',
        },
      ]}
    />
  )
}

function evidenceText({ tipo, che_cosa, annulla, corregge }: DossierEnrolment['attivita'][number]) {
  // A test and an observation are named by their id: the rows themselves are shown below.
  const what = tipo === 'test' || tipo === 'osservazione' ? tipo : `${tipo}: ${che_cosa}`
  if (annulla) return `${what} (annulla una riga)`
  return corregge ? `${what} (corregge una riga)` : what
}

function HoursRecords({ enrolment: { ore_sul_lavoro, presenze }, titleOf }: WithTitles) {
  return (
    <>
      <Records
        title="Ore sul lavoro che hai scritto"
        rows={ore_sul_lavoro}
        keyOf={({ id }) => id}
        columns={[
          { key: 'day', header: 'Data', cell: ({ giorno }) => formatDay(giorno) },
          { key: 'module', header: 'Modulo', cell: ({ modulo }) => titleOf(modulo) },
          { key: 'minutes', header: 'Durata', numeric: true, cell: ({ minuti }) => formatMinutes(minuti) },
          { key: 'tasks', header: 'Attività', cell: ({ attivita }) => attivita.join(', ') },
          { key: 'with', header: 'Con', cell: ({ con }) => con },
          { key: 'note', header: 'Nota', cell: ({ nota }) => nota ?? '–' },
          { key: 'state', header: 'Stato', cell: ({ stato }) => stato },
          {
            key: 'decisions',
            header: 'Decisioni',
            cell: ({ decisioni }) =>
              decisioni
                .map(({ esito, quando, da, motivo }) =>
                  [`${esito}, ${momentText(quando)}`, da, motivo].filter(Boolean).join(', '),
                )
                .join('; ') || '–',
          },
        ]}
      />
      <Records
        title="Presenze nei registri"
        rows={presenze}
        keyOf={({ registro }) => registro}
        columns={[
          { key: 'day', header: 'Data', cell: ({ giorno, dalle, alle }) => `${formatDay(giorno)}, ${dalle}–${alle}` },
          { key: 'module', header: 'Modulo', cell: ({ modulo }) => titleOf(modulo) },
          { key: 'mode', header: 'Modalità', cell: ({ modalita }) => modalita },
          {
            key: 'title',
            header: 'Incontro',
            cell: ({ titolo, luogo }) => [titolo, luogo].filter(Boolean).join(', ') || '–',
          },
          { key: 'minutes', header: 'Presenza', numeric: true, cell: ({ minuti }) => formatMinutes(minuti) },
          { key: 'why', header: 'Motivo', cell: ({ motivo }) => motivo ?? '–' },
          { key: 'by', header: 'Firmato da', cell: ({ firmato_da }) => firmato_da ?? '–' },
          { key: 'stands', header: 'Vale oggi', cell: ({ vale_oggi }) => yesOrNo(vale_oggi) },
        ]}
      />
    </>
  )
}

function yesOrNo(value: boolean) {
  return value ? 'Sì' : 'No'
}
