import { factBasis } from '~/features/curriculum/fact-basis.server'
import { renderLesson } from '~/features/curriculum/render-lesson.server'
import type { BasisItem } from '~/features/curriculum/rules/basis-items'

/** A text of the plan as every reader gets it. */
export type RenderedText = {
  html: string
  headings: { id: string; text: string }[]
  /** The facts that it rests on, in the order in which they are met: numbers in the text count on it. */
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
  const { html, headings, facts } = renderLesson(markdown, { numbered: true })
  const text = { html, headings, basis: factBasis(facts) }
  const [oldest] = rendered.keys()
  if (oldest !== undefined && rendered.size >= mostTexts) rendered.delete(oldest)
  rendered.set(key, text)
  return text
}
