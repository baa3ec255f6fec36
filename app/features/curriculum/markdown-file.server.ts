import type { z } from 'zod'
import { type ContentFile, type ProblemList, parseYaml, readText } from '~/platform/content/content-file.server'

/** A Markdown file that was read: what stands between the dashes at its top, and the text below. */
export type MarkdownFile<H> = {
  file: string
  head: ContentFile<H>
  body: string
  /** The line of the file on which the text begins. */
  firstLine: number
}

/**
 * Reads a Markdown file and checks the shape of its top.
 * @returns undefined when it cannot be used; what is wrong then stands in `list`
 */
export function readMarkdownFile<H>(
  file: string,
  headSchema: z.ZodType<H>,
  list: ProblemList,
): MarkdownFile<H> | undefined {
  const text = readText(file, list)
  if (text === undefined) return undefined
  const parts = /^---\r?\n([\s\S]*?\n)---\r?\n([\s\S]*)$/.exec(text)
  if (!parts) {
    list.problems.push({ file, line: 1, reason: 'in cima mancano titolo e sommario, fra due righe ---' })
    return undefined
  }
  const [, headText = '', body = ''] = parts
  const head = parseYaml(file, headText, headSchema, list, 1)
  return head && { file, head, body, firstLine: headText.split('\n').length + 2 }
}
