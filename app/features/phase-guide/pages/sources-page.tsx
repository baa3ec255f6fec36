import { NormsNote } from '~/features/curriculum/components/norms-note'
import { countOf } from '~/lib/numbers'
import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { SourceText } from '../components/source-text'
import { guide } from '../guide.server'
import { findPlanUses } from '../plan-uses.server'
import type { Route } from './+types/sources-page'

export const handle: PageHandle = { sharedWhenAnonymous: 'as-long-as-the-plan' }
export const meta: Route.MetaFunction = () => [{ title: 'Fonti – Rotta' }]

export async function loader() {
  const plan = await findPlanUses()
  return { ...guide().sources, planTexts: plan?.texts ?? {}, toldPlan: plan?.number ?? null }
}

export default function SourcesPage({ loaderData }: Route.ComponentProps) {
  const { groups, sourceCount, factCount, checked, planTexts, toldPlan } = loaderData
  return (
    <>
      <PageTitle
        title="Fonti"
        lead="I fatti su cui si basano guida, glossario, lezioni e domande, con parole nostre, e il posto in cui li abbiamo letti."
      >
        <NormsNote />
      </PageTitle>
      <section className="r-w" aria-labelledby="segni">
        <h2 id="segni" className="mb-3">
          {countOf(factCount, 'fatto', 'fatti')} da {countOf(sourceCount, 'fonte', 'fonti')}
        </h2>
        <ul className="r-list r-noprint mb-3">
          {groups.map(({ kind, title, sources, factCount: facts }) => (
            <li key={kind}>
              <a className="r-link" href={`#fonti-${kind}`}>
                {title}
              </a>
              , {countOf(sources.length, 'fonte', 'fonti')}, {countOf(facts, 'fatto', 'fatti')}
            </li>
          ))}
        </ul>
        {checked ? (
          <p>Fatti e fonti sono stati confrontati il {checked}. Dove un fatto è stato controllato dopo, c’è scritto.</p>
        ) : null}
        <p>
          Un fatto letto in più fonti sta sotto la prima.{' '}
          {toldPlan === null
            ? 'Nessun piano formativo è ancora approvato: di ogni fatto si dice dove lo citano la guida e il glossario.'
            : `«Nel piano» conta i testi della versione ${toldPlan}, quella in vigore.`}
        </p>
        <h3 className="mb-2">Che cosa vogliono dire i segni</h3>
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
            <SourceText key={source.id} source={source} planTexts={planTexts} />
          ))}
        </section>
      ))}
    </>
  )
}
