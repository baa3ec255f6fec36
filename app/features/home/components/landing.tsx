import { Link } from 'react-router'

/** What Rotta is, for somebody who has not signed in. */
export function Landing() {
  return (
    <section className="r-sec r-w" aria-labelledby="che-cos-e">
      <h2 id="che-cos-e">Che cos’è Rotta</h2>
      <p>
        È la piattaforma con cui Regione Lombardia e Anpal Servizi formano chi lavora nei centri per l’impiego (CPI). La
        guida dice, fase per fase, che cosa fanno la persona, il CPI e il Navigator. Il Navigator affianca l’operatore,
        non lo sostituisce.
      </p>
      <ul>
        <li>
          <Link to="/guida">Guida alle nove fasi</Link>: chi fa che cosa, entro quando, con quali strumenti.
        </li>
        <li>
          <Link to="/glossario">Glossario</Link>: le parole e le sigle, spiegate in breve.
        </li>
        <li>
          <Link to="/fonti">Fonti</Link>: su che cosa si basa ogni frase.
        </li>
        <li>
          <Link to="/come-usare-rotta">Come usare Rotta</Link>: che cosa fa chi impara, chi forma, chi decide.
        </li>
      </ul>
    </section>
  )
}
