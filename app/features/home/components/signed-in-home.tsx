import { Link } from 'react-router'

/** What a signed-in person can open today; nothing that is not there yet. */
export function SignedInHome({ administers }: { administers: boolean }) {
  return (
    <section className="r-sec r-w" aria-labelledby="da-qui">
      <h2 id="da-qui">Da qui puoi aprire</h2>
      <ul>
        <li>
          <Link to="/guida">Guida alle nove fasi</Link>: chi fa che cosa, entro quando, con quali strumenti.
        </li>
        <li>
          <Link to="/glossario">Glossario</Link>: le parole e le sigle, spiegate in breve.
        </li>
        <li>
          <Link to="/profilo">Il tuo profilo</Link>: password e accessi aperti.
        </li>
        {administers ? (
          <li>
            <Link to="/amministrazione">Amministrazione</Link>: persone, ruoli, territorio, registro.
          </li>
        ) : null}
      </ul>
    </section>
  )
}
