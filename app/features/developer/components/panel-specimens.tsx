import { Deadline } from '~/ui/deadline'
import { EmptyState } from '~/ui/empty-state'
import { Facts } from '~/ui/facts'
import { Figures } from '~/ui/figures'
import { Icon } from '~/ui/icon'
import { NextStep } from '~/ui/next-step'
import { Pagination } from '~/ui/pagination'
import { Trio } from '~/ui/trio'
import { Specimen } from './specimen'

export function PanelSpecimens() {
  return (
    <>
      <Specimen title="Il prossimo passo" about="Un solo riquadro azzurro per pagina, con il pulsante pieno.">
        <NextStep
          kick="Il tuo prossimo passo"
          title="Leggi la lezione 4, «Gli incontri di verifica»"
          action={
            <a className="btn btn-primary" href="#contenuto">
              Continua la lezione
            </a>
          }
        >
          <p>Dura circa 15 minuti. Poi ti manca una lezione per aprire il test del modulo 6.</p>
        </NextStep>
        <div className="mt-4">
          <NextStep
            small
            title="Tre posti restano da assegnare"
            action={
              <a className="btn btn-outline-primary" href="#contenuto">
                Assegna i posti
              </a>
            }
          >
            <p>La forma piccola sta in una riga.</p>
          </NextStep>
        </div>
      </Specimen>
      <Specimen title="Cifre e termini" about="Ogni numero apre l’elenco da cui nasce.">
        <Figures
          items={[
            { label: 'osservazioni firmate', value: '2.214', to: '#' },
            { label: 'test superati al primo tentativo', value: '81 %', to: '#' },
            { label: 'ore medie per persona', value: '84,5', unit: 'h' },
          ]}
        />
        <Deadline term="30 giorni">dal rilascio dell’assegno, per scegliere dove usarlo</Deadline>
        <div className="r-w mt-4">
          <Facts
            items={[
              { term: 'Durata', description: '96 ore, di cui 30 sul lavoro' },
              { term: 'Rilasciato il', description: '09/12/2019' },
            ]}
          />
        </div>
      </Specimen>
      <Specimen title="Tre colonne" about="Una sotto l’altra sul telefono. La tua ha la riga blu.">
        <Trio
          columns={[
            {
              title: 'Persona beneficiaria',
              children: <p className="mb-0">Viene all’appuntamento per definire il Patto.</p>,
            },
            { title: 'CPI', children: <p className="mb-0">Fa firmare il Patto per il Lavoro.</p> },
            {
              title: 'Navigator',
              mine: true,
              children: <p className="mb-0">Collabora a definire il piano delle attività.</p>,
            },
          ]}
        />
      </Specimen>
      <Specimen title="Pulsanti e collegamenti" about="Un solo pulsante pieno per vista. Il pulsante è un verbo.">
        <div className="r-row">
          <button className="btn btn-primary" type="button">
            Registra il voto
          </button>
          <button className="btn btn-outline-primary" type="button">
            Salva e continua dopo
          </button>
          <button className="btn btn-danger" type="button">
            Revoca l’attestato
          </button>
          <button className="btn btn-primary" type="button" disabled>
            Firma la scheda
          </button>
          <a className="r-link" href="#contenuto">
            <Icon name="print" />
            Stampa la guida
          </a>
        </div>
      </Specimen>
      <Specimen title="Elenco vuoto" about="Che cosa ci sarà, quando arriva, un’azione.">
        <EmptyState
          level={3}
          title="Qui troverai le osservazioni sul lavoro"
          lead="La prima arriva con il modulo 2. Chi ti osserva compila la scheda insieme a te."
        >
          <a className="btn btn-primary" href="#contenuto">
            Guarda una scheda di esempio
          </a>
        </EmptyState>
      </Specimen>
      <Specimen title="Pagine di un elenco" about="Avanti, indietro, e dove sei.">
        <Pagination previous={{ to: '?pagina=1' }} next={{ to: '?pagina=3' }} summary="26–50 di 329 persone" />
      </Specimen>
    </>
  )
}
