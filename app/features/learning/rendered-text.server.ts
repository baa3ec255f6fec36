import { content } from '~/features/curriculum/content.server'
import { renderLesson } from '~/features/curriculum/render-lesson.server'
import { Basis } from '~/features/phase-guide/basis'
import type { BasisItem } from '~/features/phase-guide/guide-views'

/** A text of the plan as every reader gets it. */
export type RenderedText = {
  html: string
  headings: { id: string; text: string }[]
  /** The facts that it rests on, in the order in which they are met. */
  basis: BasisItem[]
}

const rendered = new Map<string, RenderedText>()
/** A plan has some tens of lessons; versions that few still follow push out the oldest. */
export const mostTexts = 400

/**
 * A frozen text as HTML. The same for everybody, so it is made once while the server runs.
 * @param key what stands for this text and no other: the digest of its frozen row
 */
export function renderedText(key: string, markdown: string): RenderedText {
  const known = rendered.get(key)
  if (known) return known
  const { html, headings, facts } = renderLesson(markdown)
  const text = { html, headings, basis: basisOf(facts) }
  const [oldest] = rendered.keys()
  if (oldest !== undefined && rendered.size >= mostTexts) rendered.delete(oldest)
  rendered.set(key, text)
  return text
}

function basisOf(ids: readonly string[]): BasisItem[] {
  const { facts, sources } = content()
  const basis = new Basis({
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    sources: new Map(sources.map((source) => [source.id, source])),
  })
  basis.numbersOf(ids)
  return basis.list()
}
