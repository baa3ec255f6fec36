import { type MarkdownLeaf, markdownLeaves, plainText } from './markdown-blocks'
import { shieldLinks } from './rules/lesson-links'
import { splitLesson } from './rules/lesson-parts'
import { takeMarkers } from './rules/markdown-marker'

/** What a reader reads of a lesson, without signs and markers. */
export type LessonWords = {
  /** Titles of its boxes, steps and cases. */
  titles: string[]
  /** Every heading, paragraph, item and row, in their order. */
  leaves: { kind: MarkdownLeaf['kind']; text: string }[]
  /** How many self-checks it has; their words are left out. */
  checks: number
}

/** The words of a lesson or job aid as they are read. Self-checks are none of them: they hold answers. */
export function lessonWords(markdown: string): LessonWords {
  const { parts } = splitLesson(takeMarkers(markdown).markdown)
  const texts = parts.flatMap((part) => {
    if (part.kind === 'check') return []
    return part.kind === 'case' && part.answer ? [part.markdown, part.answer.markdown] : [part.markdown]
  })
  return {
    titles: parts.flatMap((part) => ('title' in part ? part.title : [])),
    leaves: texts
      .flatMap((text) => markdownLeaves(shieldLinks(text), 1))
      .map(({ kind, tokens }) => ({ kind, text: tokens.map(plainText).join(' ') })),
    checks: parts.filter(({ kind }) => kind === 'check').length,
  }
}
