import type { Day } from '~/lib/dates'
import { formatDay } from '~/lib/dates'
import { guideLinks } from './guide-links.server'
import type { LessonView, StopState } from './learning-views'
import type { ReadableModule } from './readable-module.queries.server'
import { renderedText } from './rendered-text.server'

/**
 * A lesson as its page shows it, from frozen rows alone.
 * @param read the lessons of the module that count as read; undefined for those who do not follow it
 * @returns null when the module has no such lesson
 */
export function lessonView(
  { plan, module, profile }: ReadableModule,
  slug: string,
  read: ReadonlyMap<string, Day> | undefined,
): LessonView | null {
  const place = module.lessons.findIndex((lesson) => lesson.slug === slug)
  const lesson = module.lessons[place]
  if (!lesson) return null
  const taken = plan.modules.filter(({ hours }) => profile === null || hours[profile])
  const readOn = read?.get(slug)
  return {
    module: {
      slug: module.slug,
      title: module.title,
      shortTitle: module.shortTitle,
      number: taken.indexOf(module) + 1,
    },
    slug,
    title: lesson.title,
    lead: lesson.lead,
    minutes: lesson.minutes,
    number: place + 1,
    outline: module.lessons.map((one) => ({ slug: one.slug, title: one.title, state: stateOf(one.slug, slug, read) })),
    ...renderedText(lesson.hash, lesson.markdown),
    see: guideLinks(lesson.see),
    own: read ? { readOn: readOn === undefined ? null : formatDay(readOn) } : null,
  }
}

function stateOf(lesson: string, open: string, read: ReadonlyMap<string, Day> | undefined): StopState {
  if (lesson === open) return 'now'
  return read?.has(lesson) ? 'done' : 'todo'
}
