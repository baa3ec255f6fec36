import { markdownLeaves, plainText } from './markdown-blocks'
import { gulpease, type Readability } from './rules/gulpease'
import { shieldLinks } from './rules/lesson-links'
import { splitLesson } from './rules/lesson-parts'
import { takeMarkers } from './rules/markdown-marker'
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
  const { parts } = splitLesson(takeMarkers(markdown).markdown)
  const titles = [title, lead, ...parts.flatMap((part) => ('title' in part ? part.title : []))]
  const leaves = parts
    .flatMap((part) => {
      if (part.kind === 'check') return []
      return part.kind === 'case' && part.answer ? [part.markdown, part.answer.markdown] : [part.markdown]
    })
    .flatMap((text) => markdownLeaves(shieldLinks(text), 1))
    .map(({ kind, tokens }) => ({ kind, text: tokens.map(plainText).join(' ') }))
  const prose = leaves.filter(({ kind }) => kind === 'prose').map(({ text }) => text.replace(/\s+/g, ' '))
  return {
    words: [...titles, ...leaves.map(({ text }) => text)].reduce((sum, text) => sum + countWords(text), 0),
    checks: parts.filter(({ kind }) => kind === 'check').length,
    readability: gulpease(prose.join('\n')),
  }
}

function countWords(text: string) {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
