import { useState } from 'react'
import { Form } from 'react-router'
import { Dialog } from '~/ui/dialog'
import { CheckField } from '~/ui/forms/check-field'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { FileField } from '~/ui/forms/file-field'
import { FormActions } from '~/ui/forms/form-actions'
import { RadioSet } from '~/ui/forms/radio-set'
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { TextAreaField } from '~/ui/forms/text-area-field'
import { StatusMessage } from '~/ui/status-message'
import { Specimen } from './specimen'

const dateError = ['Scrivi la data così: 16/12/2019']

export function FieldSpecimens() {
  return (
    <Specimen title="Campi e opzioni" about="Etichetta sopra, aiuto sotto l’etichetta, errore prima del campo.">
      <Form method="get">
        <Field id="sede" name="sede" label="Sede" defaultValue="CPI Como" />
        <Field
          id="email"
          name="email"
          type="email"
          label="Indirizzo email di lavoro"
          hint="Quello che usi al centro per l’impiego"
        />
        <Field
          id="data"
          name="data"
          label="Data"
          hint="gg/mm/aaaa"
          short
          inputMode="numeric"
          defaultValue="16/12/2019"
        />
        <Field
          id="fine"
          name="fine"
          label="Data di fine"
          hint="gg/mm/aaaa"
          errors={dateError}
          short
          defaultValue="16 dic"
        />
        <Field id="spento" label="Password" hint="Disponibile quando torna la rete" type="password" disabled />
        <SelectField
          id="modulo"
          name="modulo"
          label="Modulo"
          emptyLabel="Scegli un modulo"
          options={[
            { value: 'm5', label: 'M5 Costruire e firmare il Patto' },
            { value: 'm6', label: 'M6 Attuare il Patto' },
          ]}
        />
        <TextAreaField id="nota" name="nota" label="Nota" hint="La leggono i tre seggi." />
        <TextAreaField
          id="nota-2"
          label="Nota (obbligatoria: criterio critico)"
          errors={['Scrivi che cosa hai visto.']}
        />
        <FileField
          id="elenco"
          name="elenco"
          label="Elenco delle persone"
          hint="Un file CSV fino a 5 MB"
          accept=".csv"
        />
        <CheckField
          id="informata"
          name="informata"
          label="La persona è stata informata della presenza dell’osservatore e non si è opposta"
        />
        <CheckField
          id="letto"
          label="Ho letto la scheda"
          errors={['Leggi la scheda e metti il segno di spunta.']}
          hint="La presa visione resta agli atti."
        />
        <RadioSet
          id="risposta"
          name="risposta"
          legend="Chi affianca il Navigator?"
          hint="Una sola risposta."
          defaultValue="a"
          options={[
            { value: 'a', mark: 'A', label: 'L’operatore del centro per l’impiego' },
            { value: 'b', mark: 'B', label: 'I servizi comunali' },
          ]}
          className="r-w"
        />
        <RadioSet
          id="livello"
          name="livello"
          legend="Criterio C6.1"
          layout="rate"
          errors={['Scegli come è andata.']}
          options={[
            { value: 'y', label: 'Raggiunto' },
            { value: 'p', label: 'In parte' },
            { value: 'n', label: 'Non raggiunto' },
            { value: 'x', label: 'Non osservato' },
          ]}
        />
        <FormActions>
          <SubmitButton>Crea l’edizione</SubmitButton>
          <SubmitButton className="btn-outline-primary" busy>
            Salva e continua dopo
          </SubmitButton>
          <a className="r-link" href="#contenuto">
            Annulla
          </a>
        </FormActions>
      </Form>
    </Specimen>
  )
}

export function MessageSpecimens() {
  const [shown, setShown] = useState(false)
  return (
    <>
      <Specimen title="Riepilogo degli errori" about="Dopo un modulo rifiutato prende il fuoco per primo.">
        {shown ? (
          <ErrorSummary
            errors={{ data: ['La data è già passata: scegline una dal 13/12/2019'], sede: ['Indica la sede'] }}
            formErrors={['L’aula è già occupata in queste ore.']}
          />
        ) : null}
        <button className="btn btn-outline-primary" type="button" onClick={() => setShown(!shown)}>
          {shown ? 'Togli il riepilogo' : 'Mostra il riepilogo'}
        </button>
      </Specimen>
      <Specimen title="Esito di un salvataggio" about="La regione c’è sempre: così il messaggio viene letto.">
        <div className="r-w">
          <StatusMessage title="Salvato">L’edizione d’aula è nel calendario.</StatusMessage>
        </div>
      </Specimen>
      <Specimen title="Conferma" about="Una finestra se c’è lo script, un riquadro che si apre sul posto se non c’è.">
        <Dialog trigger="Revoca l’attestato" triggerClassName="btn-danger" title="Vuoi revocare l’attestato?">
          <Form method="get">
            <p>La pagina di verifica dirà che non è più valido. Il motivo resta agli atti.</p>
            <TextAreaField id="motivo" name="motivo" label="Motivo" wide />
            <SubmitButton className="btn-danger" busyLabel="Revoco…">
              Revoca l’attestato
            </SubmitButton>
          </Form>
        </Dialog>
      </Specimen>
    </>
  )
}
