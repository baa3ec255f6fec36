import { Link } from 'react-router'
import { countOf } from '~/lib/numbers'
import { type ListStop, RouteList } from '~/ui/route-list'
import type { LessonRow } from '../learning-views'

type ModuleLessonsProps = {
  module: string
  lessons: LessonRow[]
  /** Read without following: the lessons in order, without states. */
  onlyReading: boolean
}

/** The lessons of a module in order, with time and state. */
export function ModuleLessons({ module, lessons, onlyReading }: ModuleLessonsProps) {
  const unread = onlyReading ? undefined : lessons.find(({ readOn }) => readOn === null)
  return (
    <section className="r-sec" aria-labelledby="lezioni">
      <h2 id="lezioni">Le lezioni</h2>
      <RouteList
        flow={onlyReading}
        stops={lessons.map((lesson, index): ListStop => {
          const { slug, title, minutes, readOn } = lesson
          const isNext = lesson === unread
          return {
            key: slug,
            number: index + 1,
            state: stateOf(lesson, isNext, onlyReading),
            stateText: '',
            title: <Link to={`/moduli/${module}/lezioni/${slug}`}>{title}</Link>,
            children: (
              <p className="r-small r-muted mb-0">
                {`Circa ${countOf(minutes, 'minuto', 'minuti')}`}
                {onlyReading ? null : `, ${stateWords(readOn, isNext)}`}
              </p>
            ),
          }
        })}
      />
    </section>
  )
}

function stateOf({ readOn }: LessonRow, isNext: boolean, onlyReading: boolean) {
  if (onlyReading) return 'full'
  if (readOn) return 'done'
  return isNext ? 'now' : undefined
}

function stateWords(readOn: string | null, isNext: boolean) {
  if (readOn) return `letta il ${readOn}`
  return isNext ? 'la prossima da leggere' : 'da leggere'
}
