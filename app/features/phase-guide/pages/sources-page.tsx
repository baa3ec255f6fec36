import { NormsNote } from '~/features/curriculum/components/norms-note'
import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { SourceText } from '../components/source-text'
import { guide } from '../guide.server'
import type { Route } from './+types/sources-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = () => [{ title: 'Fonti – Rotta' }]

export function loader() {
  return { groups: guide().sources }
}

export default function SourcesPage({ loaderData: { groups } }: Route.ComponentProps) {
  return (
    <>
      <PageTitle
        title="Fonti"
        lead="I fatti su cui si basano guida e glossario, con parole nostre, e il posto in cui li abbiamo letti."
      >
        <NormsNote />
      </PageTitle>
      <section className="r-w" aria-labelledby="segni">
        <h2 id="segni" className="mb-3">
          Che cosa vogliono dire i segni
        </h2>
        <ul>
          <li>«Lo dice l’atto»: sta nella D.g.r. XI/1981 del 22/07/2019 o nei suoi allegati.</li>
          <li>«Letto nella fonte»: lo abbiamo trovato nella fonte indicata.</li>
          <li>«Solo stampa o bozza»: lo riportano soltanto la stampa o una bozza.</li>
          <li>«Dopo il 22/07/2019»: è stato scritto o vale da un giorno successivo all’atto.</li>
        </ul>
      </section>
      {groups.map(({ kind, title, sources }) => (
        <section key={kind} className="r-sec r-w" aria-labelledby={`fonti-${kind}`}>
          <h2 id={`fonti-${kind}`}>{title}</h2>
          {sources.map((source) => (
            <SourceText key={source.id} source={source} />
          ))}
        </section>
      ))}
    </>
  )
}
