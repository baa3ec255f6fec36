import { lessonWords } from '~/features/curriculum/lesson-words'
import type { FrozenLesson, FrozenModule } from '~/features/training-plan/frozen-plan'
import type { SearchDocument } from './search-documents'

/**
 * All that can be found in the modules of a plan: their titles and what they are about, their lessons by title, lead,
 * headings and text. Nothing of questions, and of self-checks nothing either: a passage could tell an answer.
 */
export function composeLessonDocuments(modules: readonly FrozenModule[]): SearchDocument[] {
  return modules.flatMap((module) => [
    moduleDocument(module),
    ...module.lessons.map((lesson) => lessonDocument(lesson, module)),
  ])
}

function moduleDocument({
  slug,
  title,
  shortTitle,
  summary,
  objectives,
  phases,
  trains,
}: FrozenModule): SearchDocument {
  return {
    to: `/moduli/${slug}`,
    kind: 'Modulo',
    title,
    keywords: [shortTitle],
    sentences: [summary, ...objectives.map(({ text }) => text)],
    names: [...phases.map((number) => `fase-${number}`), ...trains.tasks, ...trains.acts],
  }
}

function lessonDocument({ slug, title, lead, see, markdown }: FrozenLesson, module: FrozenModule): SearchDocument {
  const { titles, leaves } = lessonWords(markdown)
  const textsOf = (heading: boolean) =>
    leaves.filter(({ kind }) => (kind === 'heading') === heading).map(({ text }) => text)
  return {
    to: `/moduli/${module.slug}/lezioni/${slug}`,
    kind: 'Lezione',
    title,
    within: module.title,
    keywords: [...textsOf(true), ...titles],
    sentences: [lead, ...textsOf(false).flatMap(sentencesOf)],
    names: see.filter((id) => !id.startsWith('fase-')),
  }
}

/** A paragraph by its sentences, so that a passage is one of them. */
function sentencesOf(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?»])\s+(?=[\p{Lu}«])/u)
    .filter(Boolean)
}
