import { DataTable } from '~/ui/data-table'
import { Icon, type IconName } from '~/ui/icon'
import { Specimen } from './specimen'

const colours = [
  { name: 'Inchiostro', value: '#17324D', use: 'titoli, contorni forti', contrast: '13,1' },
  { name: 'Testo', value: '#23303C', use: 'testo corrente', contrast: '13,5' },
  { name: 'Grigio', value: '#52616F', use: 'testo secondario', contrast: '6,4' },
  { name: 'Blu', value: '#0066CC', use: 'azioni, linea percorsa', contrast: '5,6' },
  { name: 'Blu scuro', value: '#004D99', use: 'testo su azzurro', contrast: '7,3 su azzurro' },
  { name: 'Bordo', value: '#5C6F82', use: 'bordi dei controlli, linea da fare', contrast: '5,2' },
  { name: 'Verde', value: '#00694A', use: 'fatto, valido', contrast: '6,7' },
  { name: 'Ambra', value: '#8A5200', use: 'da guardare, senza rete', contrast: '6,4' },
  { name: 'Rosso', value: '#B0213A', use: 'errore, revocato', contrast: '6,7' },
]

const icons: IconName[] = [
  'arrow-left',
  'arrow-right',
  'calendar',
  'check-circle',
  'clock',
  'download',
  'list',
  'print',
]

export function ColourSpecimen() {
  return (
    <Specimen title="Colori" about="Pochi colori, ciascuno con un compito. Lo stato non dipende mai dal solo colore.">
      <DataTable
        caption="Colori"
        captionHidden
        rows={colours}
        rowKey={(colour) => colour.value}
        columns={[
          {
            key: 'name',
            header: 'Colore',
            cell: ({ name, value }) => (
              <>
                <svg width="20" height="20" aria-hidden="true" focusable="false">
                  <rect width="20" height="20" fill={value} />
                </svg>{' '}
                {name}
              </>
            ),
          },
          { key: 'value', header: 'Valore', cell: ({ value }) => <span className="r-num">{value}</span> },
          { key: 'use', header: 'Uso', cell: ({ use }) => use },
          { key: 'contrast', header: 'Contrasto su bianco', numeric: true, cell: ({ contrast }) => contrast },
        ]}
      />
    </Specimen>
  )
}

export function TypeSpecimen() {
  return (
    <Specimen title="Caratteri" about="Due famiglie, cinque misure.">
      <p className="r-read mb-3">Lora 18/31, per leggere: lezioni, casi, attestato.</p>
      <p className="mb-3">Titillium Web 17/26, testo dell’interfaccia.</p>
      <p className="r-small mb-3">Titillium Web 14/20, note e didascalie. Mai più piccolo.</p>
      <p className="r-big mb-0">32/38 per una cifra sola</p>
    </Specimen>
  )
}

export function IconSpecimen() {
  return (
    <Specimen title="Icone" about="Un’icona accompagna le parole, non le sostituisce.">
      <p className="r-row">
        {icons.map((name) => (
          <span key={name} className="r-row r-small">
            <Icon name={name} />
            {name}
          </span>
        ))}
      </p>
    </Specimen>
  )
}
