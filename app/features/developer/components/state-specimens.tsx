import { Note } from '~/ui/note'
import { Tag } from '~/ui/tag'
import { Specimen } from './specimen'

export function StateSpecimens() {
  return (
    <>
      <Specimen title="Stati delle prove" about="Simbolo e testo, sempre insieme.">
        <p className="r-row">
          <Tag state="ok">Superato</Tag>
          <Tag state="half">1 su 3</Tag>
          <Tag>Da fare</Tag>
          <Tag state="warn">Sotto la soglia</Tag>
          <Tag state="bad">Revocato</Tag>
          <Tag state="off">Non prevista</Tag>
        </p>
      </Specimen>
      <Specimen title="Stati del salvataggio" about="Nel test e nella scheda, in una regione role=&quot;status&quot;.">
        <p className="r-row">
          <Tag state="ok">Risposta salvata alle 10.24</Tag>
          <Tag state="half">Salvataggio in corso</Tag>
          <Tag state="warn">Senza rete: la risposta è su questo tablet</Tag>
          <Tag state="bad">Non salvata: scegli di nuovo la risposta</Tag>
        </p>
      </Specimen>
      <Specimen title="Avvisi" about="Titolo che dice il fatto, frase che dice che cosa fare.">
        <div className="r-w">
          <Note title="Nota">Testo neutro, senza urgenza.</Note>
          <Note kind="key" title="Il Navigator affianca, non sostituisce">
            Il principio o la regola da ricordare.
          </Note>
          <Note kind="ok" title="Voto registrato">
            Il tuo voto è nel verbale dalle 11.20.
          </Note>
          <Note kind="warn" title="Questo testo sembra contenere un codice fiscale">
            Toglilo: la scheda non deve dire chi è la persona allo sportello.
          </Note>
          <Note kind="bad" title="La scheda è già stata firmata da un altro dispositivo">
            Non abbiamo sovrascritto nulla. Apri la scheda firmata e confronta le due versioni.
          </Note>
        </div>
      </Specimen>
    </>
  )
}
