import { RouteFlow } from '~/ui/route-flow'
import { RouteList } from '~/ui/route-list'
import { Specimen } from './specimen'

export function RouteSpecimen() {
  return (
    <Specimen title="La rotta" about="Una linea sottile con fermate. La forma dice lo stato; il colore lo ripete.">
      <RouteList
        className="r-w"
        label="Gli stati di una fermata"
        stops={[
          {
            key: 'done',
            number: 1,
            state: 'done',
            title: <strong>Fatto</strong>,
            children: text('disco pieno, spunta, linea continua'),
          },
          {
            key: 'now',
            number: 2,
            state: 'now',
            title: <strong>Sei qui</strong>,
            children: text('anello spesso, alone'),
          },
          {
            key: 'todo',
            number: 3,
            title: <strong>Da fare</strong>,
            stateText: '',
            children: text('anello sottile, linea punteggiata'),
          },
          {
            key: 'off',
            number: 4,
            state: 'off',
            title: <strong>Non previsto</strong>,
            stateText: '',
            children: text('anello tratteggiato'),
          },
          {
            key: 'stop',
            number: 5,
            state: 'stop',
            title: <strong>Fermo</strong>,
            stateText: '',
            children: text('quadrato rosso, serve un’azione'),
          },
        ]}
      />
      <div className="mt-5">
        <RouteFlow
          label="Esempio di percorso orizzontale"
          now={
            <>
              <strong>3 di 5:</strong> in esame
            </>
          }
          stops={[
            { label: 'Bozza', state: 'done' },
            { label: 'Presentata', state: 'done' },
            { label: 'In esame', state: 'now' },
            { label: 'Decisione' },
            { label: 'In vigore' },
          ]}
        />
      </div>
      <div className="mt-5">
        <RouteFlow
          flow
          label="Esempio di ordine senza avanzamento"
          now="Fase aperta: Firma"
          stops={[
            { label: 'Registrazione', state: 'off', to: '#', stateText: 'nessuna attività' },
            { label: 'Convocazione', state: 'full', to: '#' },
            { label: 'Firma', state: 'now', to: '#', stateText: 'fase aperta' },
            { label: 'Attuazione', state: 'full', to: '#' },
          ]}
        />
      </div>
      <div className="r-side r-panel r-w mt-5">
        <h3 id="nel-fianco">Nella colonna laterale</h3>
        <RouteList
          current="page"
          stops={[
            { key: 'a', state: 'done', title: <a href="#nel-fianco">Il Patto firmato</a>, stateText: 'letta' },
            { key: 'b', state: 'now', title: <strong>Gli incontri di verifica</strong>, stateText: 'stai leggendo' },
            { key: 'c', title: <a href="#nel-fianco">I laboratori</a>, stateText: 'da leggere' },
          ]}
        />
      </div>
    </Specimen>
  )
}

function text(words: string) {
  return <p className="mb-0 r-small">{words}</p>
}
