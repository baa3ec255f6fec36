import { DataTable } from '~/ui/data-table'
import { ErrorPage } from '~/ui/error-page'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { DemoBanner } from '~/ui/frame/demo-banner'
import { Specimen } from './specimen'

const centres = [
  { name: 'CPI Appiano Gentile', places: 2, done: 2 },
  { name: 'CPI Como', places: 9, done: 7 },
]

const errors = [
  { status: '401', title: 'Accedi per continuare', todo: 'Dopo l’accesso torni a questa pagina.' },
  {
    status: '403',
    title: 'Questa pagina non è disponibile per te',
    todo: 'Torna alla pagina iniziale o scrivi a chi gestisce il piano.',
  },
  { status: '404', title: 'Non troviamo questa pagina', todo: 'Controlla l’indirizzo o cerca nella guida.' },
  { status: '409', title: 'Qualcuno ha modificato la stessa cosa', todo: 'Rileggi la versione attuale e riprova.' },
  { status: '413', title: 'Il file è troppo grande', todo: 'Scegli un file più piccolo e riprova.' },
  { status: '429', title: 'Troppi tentativi', todo: 'Aspetta qualche minuto e riprova.' },
  {
    status: '500',
    title: 'Qualcosa si è interrotto',
    todo: 'Riprova fra un minuto; se succede ancora, segnala il codice.',
  },
]

export function FrameSpecimens() {
  return (
    <>
      <Specimen title="Cornice" about="Percorso di navigazione e striscia della dimostrazione.">
        <Breadcrumb label="Esempio di percorso" items={[{ label: 'Aula', to: '#' }, { label: 'Nuova edizione' }]} />
        <DemoBanner>Dimostrazione: persone, date e risultati sono inventati.</DemoBanner>
      </Specimen>
      <Specimen title="Tabella" about="Sul telefono ogni riga diventa una scheda.">
        <DataTable
          caption="Centri per l’impiego di Como"
          rows={centres}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', header: 'Centro per l’impiego', cell: ({ name }) => <a href="#contenuto">{name}</a> },
            { key: 'places', header: 'Posti', numeric: true, cell: ({ places }) => places },
            { key: 'done', header: 'Completati', numeric: true, cell: ({ done }) => <a href="#contenuto">{done}</a> },
          ]}
        />
        <DataTable
          caption="Vuota"
          rows={[]}
          rowKey={() => ''}
          columns={[{ key: 'name', header: 'Centro', cell: () => null }]}
          empty={<p className="r-muted">Nessun centro corrisponde alla ricerca.</p>}
        />
      </Specimen>
      <Specimen title="Pagine di errore" about="Stessa struttura per tutte: che cosa è successo, che cosa puoi fare.">
        <DataTable
          caption="Testi di errore"
          captionHidden
          rows={errors}
          rowKey={({ status }) => status}
          columns={[
            { key: 'status', header: 'Caso', cell: ({ status }) => status },
            { key: 'title', header: 'Titolo', cell: ({ title }) => title },
            { key: 'todo', header: 'Che cosa diciamo di fare', cell: ({ todo }) => todo },
          ]}
        />
        <ErrorPage
          level={3}
          title="Qualcosa si è interrotto"
          lead="Non dipende da te. Le risposte e le schede già salvate sono al sicuro."
          detail="Riprova fra un minuto. Se succede ancora, segnala il problema e indica questo codice:"
          code="7F3A-20C9"
        >
          <a className="btn btn-primary" href="#contenuto">
            Riprova
          </a>
          <a className="btn btn-outline-primary" href="#contenuto">
            Segnala il problema
          </a>
        </ErrorPage>
      </Specimen>
    </>
  )
}
