import { readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Path } from '~/lib/finding'
import { italianIssue } from './italian-issue'
import type { ContentProblem } from './unusable-content'

/** A file that was read: what it says, and on which line each part of it stands. */
export type ContentFile<T> = { file: string; data: T; lineOf: (path: Path) => number }

/** Collects what is wrong while files are read and checked. */
export type ProblemList = { problems: ContentProblem[] }

/**
 * Reads a YAML file and checks its shape.
 * @returns undefined when it cannot be used; what is wrong then stands in `list`
 */
export function readYamlFile<T>(file: string, schema: z.ZodType<T>, list: ProblemList): ContentFile<T> | undefined {
  const text = readText(file, list)
  return text === undefined ? undefined : parseYaml(file, text, schema, list)
}

/** A file's text, or undefined when there is none. */
export function readText(file: string, list: ProblemList): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    list.problems.push({ file, line: 1, reason: 'il file manca o non si può leggere' })
    return undefined
  }
}

/**
 * Parses YAML and checks its shape.
 * @param linesBefore lines of the file above this text
 */
export function parseYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  list: ProblemList,
  linesBefore = 0,
): ContentFile<T> | undefined {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const line = linesBefore + counter.linePos(error.pos[0]).line
      list.problems.push({ file, line, reason: `YAML non valido: ${error.message}` })
    }
    return undefined
  }
  const lineOf = (path: Path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return linesBefore + counter.linePos(node.range[0]).line
    }
    return linesBefore + 1
  }
  const parsed = schema.safeParse(document.toJS(), { error: italianIssue })
  if (parsed.success) return { file, data: parsed.data, lineOf }
  for (const issue of parsed.error.issues) {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    list.problems.push({ file, line: lineOf([...(issue.path as Path), ...extra]), reason: describe(issue) })
  }
  return undefined
}

function describe(issue: z.core.$ZodIssue) {
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}
