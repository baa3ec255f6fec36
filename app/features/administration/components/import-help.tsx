import { DataTable } from '~/ui/data-table'

const columns = [
  ['email', 'Obbligatoria. Riconosce la persona: se c’è già, la riga la aggiorna.'],
  ['nome', 'Obbligatoria.'],
  ['cognome', 'Obbligatoria.'],
  ['profilo', 'navigator oppure operatore. Vuota per chi non segue la formazione.'],
  ['sede', 'Il nome come nella pagina Territorio, per esempio CPI Albino.'],
  ['ruolo', 'in formazione, formatore, responsabile o gestore. Gli altri ruoli si danno dalla pagina della persona.'],
  ['ambito', 'Dove vale il ruolo: una provincia o una sede. Vuota per chi è in formazione e per il gestore.'],
  ['dal', 'Da quando vale il ruolo, per esempio 16/12/2019. Vuota: da oggi, e un ruolo già chiuso resta chiuso.'],
].map(([name = '', meaning = '']) => ({ name, meaning }))

const example = [
  'email;nome;cognome;profilo;sede;ruolo;ambito;dal',
  'ada.bianchi@ente.it;Ada;Bianchi;navigator;CPI Albino;in formazione;;16/12/2019',
  'ugo.neri@ente.it;Ugo;Neri;;;formatore;Bergamo;16/12/2019',
]

/** How the file is made. */
export function ImportHelp() {
  return (
    <section className="r-sec" aria-labelledby="formato">
      <h2 id="formato">Come si scrive il file</h2>
      <p className="r-w">
        Un CSV con le intestazioni nella prima riga e una persona per riga. Le colonne possono stare in qualunque
        ordine; quelle che non conosciamo non si leggono. Una cella vuota non cambia quello che c’è già, e un ruolo già
        dato resta com’è. Se una persona che c’è già riceve un ruolo o cambia sede, il suo link per la password non vale
        più: creane un altro. Non mettere codici fiscali.
      </p>
      <DataTable
        caption="Colonne del file"
        captionHidden
        rows={columns}
        rowKey={(column) => column.name}
        columns={[
          { key: 'name', header: 'Colonna', cell: (column) => column.name },
          { key: 'meaning', header: 'Che cosa contiene', cell: (column) => column.meaning },
        ]}
      />
      <h3 className="mt-4">Esempio</h3>
      <ol className="r-list">
        {example.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}
