import { NormsNote } from '~/features/curriculum/components/norms-note'
import type { PageHandle } from '~/ui/frame/page-handle'
import { PageTitle } from '~/ui/frame/page-title'
import { GlossaryEntryText } from '../components/glossary-entry-text'
import { guide } from '../guide.server'
import type { Route } from './+types/glossary-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = () => [{ title: 'Glossario – Rotta' }]

export function loader() {
  return { letters: guide().glossary }
}

export default function GlossaryPage({ loaderData: { letters } }: Route.ComponentProps) {
  return (
    <>
      <PageTitle title="Glossario" lead="Le parole e le sigle del percorso, spiegate in breve.">
        <NormsNote />
      </PageTitle>
      <nav aria-label="Lettere del glossario" className="r-noprint">
        <ul className="r-list r-row">
          {letters.map(({ letter }) => (
            <li key={letter}>
              <a className="r-link r-tap px-2" href={`#lettera-${letter}`}>
                <span className="visually-hidden">Lettera </span>
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map(({ letter, entries }) => (
        <section key={letter} className="r-sec r-w" aria-labelledby={`lettera-${letter}`}>
          <h2 id={`lettera-${letter}`}>{letter}</h2>
          {entries.map((entry) => (
            <GlossaryEntryText key={entry.slug} entry={entry} />
          ))}
        </section>
      ))}
    </>
  )
}
