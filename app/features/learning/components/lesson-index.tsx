import { Link } from 'react-router'
import { RouteList } from '~/ui/route-list'
import type { LessonView, StopState } from '../learning-views'

const stateTexts: Record<StopState, string> = { done: 'letta', now: 'stai leggendo', todo: 'da leggere' }

/** The lessons of the module and the headings of this one. It stands twice on the page: beside it, and folded. */
export function LessonIndex({ lesson: { module, outline, headings, own } }: { lesson: LessonView }) {
  return (
    <>
      <section>
        <h2>{`Modulo ${module.number}, lezioni`}</h2>
        <RouteList
          current="page"
          flow={own === null}
          stops={outline.map(({ slug, title, state }) => ({
            key: slug,
            state: state === 'todo' ? undefined : state,
            stateText: own || state === 'now' ? stateTexts[state] : '',
            title:
              state === 'now' ? (
                <strong>{title}</strong>
              ) : (
                <Link to={`/moduli/${module.slug}/lezioni/${slug}`}>{title}</Link>
              ),
          }))}
        />
      </section>
      {headings.length > 0 ? (
        <section>
          <h2>In questa lezione</h2>
          <ol className="r-list">
            {headings.map(({ id, text }) => (
              <li key={id} className="mb-2">
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  )
}
