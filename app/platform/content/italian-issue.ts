import type { z } from 'zod'

type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

const typeNames: Record<string, string> = {
  string: 'un testo',
  number: 'un numero',
  int: 'un numero intero',
  boolean: 'true o false',
  array: 'un elenco',
  object: 'un gruppo di campi',
}

/** What is wrong with a value of a content file, in Italian; undefined leaves zod's own words. */
export function italianIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = typeNames[issue.expected] ?? issue.expected
      const field = issue.path?.at(-1)
      return issue.input === undefined && typeof field === 'string'
        ? `manca il campo «${field}»`
        : `qui ci vuole ${wanted}`
    }
    case 'unrecognized_keys':
      return `campo sconosciuto: ${issue.keys.map((key) => `«${key}»`).join(', ')}`
    case 'invalid_value':
      return issue.input === undefined
        ? `manca il campo «${String(issue.path?.at(-1))}»`
        : `valore non ammesso: scegli fra ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return 'valore non ammesso in questo campo'
    case 'too_small':
      return issue.origin === 'array' ? `servono almeno ${issue.minimum} voci` : 'il valore è vuoto o troppo piccolo'
    case 'too_big':
      return issue.origin === 'array' ? `bastano ${issue.maximum} voci` : 'il valore è troppo grande'
    case 'invalid_format':
      return issue.format === 'date' ? 'una data si scrive così: 2019-07-22' : 'il valore non ha la forma giusta'
    default:
      return undefined
  }
}
