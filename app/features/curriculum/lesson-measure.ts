import { lessonWords } from './lesson-words'
import { gulpease, type Readability } from './rules/gulpease'
import type { LessonLength } from './rules/module-hours'

/** What can be counted in a lesson. Readability is that of its sentences: titles and tables are none. */
export type LessonMeasure = LessonLength & { readability: Readability }

/**
 * Counts what a reader reads of a lesson, titles included, and how readable it is. Markers do not count, nor does the
 * text of self-checks, which have a time of their own.
 */
export function measureLesson({
  title,
  lead,
  markdown,
}: {
  title: string
  lead: string
  markdown: string
}): LessonMeasure {
  const { titles, leaves, checks } = lessonWords(markdown)
  const prose = leaves.filter(({ kind }) => kind === 'prose').map(({ text }) => text.replace(/\s+/g, ' '))
  const texts = [title, lead, ...titles, ...leaves.map(({ text }) => text)]
  return {
    words: texts.reduce((sum, text) => sum + countWords(text), 0),
    checks,
    readability: gulpease(prose.join('\n')),
  }
}

function countWords(text: string) {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
