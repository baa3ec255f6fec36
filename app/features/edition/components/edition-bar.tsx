/** What stands above the edition on the screen, and never on paper. */
export function EditionBar({ back }: { back: string }) {
  return (
    <header className="ed-bar">
      <p>
        <a className="ed-skip" href="#edizione">
          Vai al testo
        </a>
        <a href={back}>Torna alla versione</a>
        <a href="?scarica" download>
          Scarica come file
        </a>
        <button type="button" id="stampa" hidden>
          Stampa o salva in PDF
        </button>
      </p>
      <p className="ed-where">
        È pensata per fogli A4. Con Chrome e Edge i numeri di pagina sono nel documento: nella finestra di stampa togli
        «Intestazioni e piè di pagina». Con Firefox e Safari lasciali: i numeri li mette il browser.
      </p>
    </header>
  )
}
