import { Link } from 'react-router'
import type { Area } from '../home-data.server'

type SignedInHomeProps = {
  learns: boolean
  administers: boolean
  areas: Area[]
  /** The user guides of their roles. */
  guides: { slug: string; title: string }[]
  modules: { slug: string; title: string }[]
}

/** What a signed-in person can open today; nothing that is not there yet. */
export function SignedInHome({ learns, administers, areas, guides, modules }: SignedInHomeProps) {
  return (
    <>
      <section className="r-sec r-w" aria-labelledby="da-qui">
        <h2 id="da-qui">Da qui puoi aprire</h2>
        <ul>
          {learns ? (
            <li>
              <Link to="/piano">Il mio piano</Link>: moduli, ore, test, prossimo passo.
            </li>
          ) : null}
          {areas.map(({ title, text, action }) => (
            <li key={action.to}>
              <Link to={action.to}>{title}</Link>: {text.charAt(0).toLowerCase() + text.slice(1)}
            </li>
          ))}
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
          <li>
            <Link to="/come-usare-rotta">Come usare Rotta</Link>: i passi nell’ordine in cui si fanno, con le immagini.
            {guides.map(({ slug, title }) => (
              <span key={slug} className="d-block">
                <Link to={`/come-usare-rotta/${slug}`}>{title}</Link>
              </span>
            ))}
          </li>
        </ul>
      </section>
      {modules.length > 0 ? (
        <section className="r-sec r-w" aria-labelledby="moduli">
          <h2 id="moduli">I moduli del piano in vigore</h2>
          <ol>
            {modules.map(({ slug, title }) => (
              <li key={slug}>
                <Link to={`/moduli/${slug}`}>{title}</Link>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  )
}
