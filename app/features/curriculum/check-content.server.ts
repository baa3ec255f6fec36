import { type ContentProblem, UnusableContent } from '~/platform/content/unusable-content'
import { type Content, readContent } from './read-content.server'

/** What a sound content holds. */
export type ContentTotals = {
  facts: { act: number; verified: number; secondary: number; memory: number }
  sources: number
  terms: number
  phases: number
  tasks: number
  acts: number
  /** Sentences of guide, glossary and pages, each with what it rests on. */
  statements: number
}

export type ContentCheck = { ok: true; totals: ContentTotals } | { ok: false; problems: readonly ContentProblem[] }

/** Reads a folder of content as a start would, and counts it or says what is wrong; for `npm run content:check`. */
export function checkContent(folder: string): ContentCheck {
  try {
    return { ok: true, totals: totalsOf(readContent(folder)) }
  } catch (error) {
    if (error instanceof UnusableContent) return { ok: false, problems: error.problems }
    throw error
  }
}

function totalsOf(content: Content): ContentTotals {
  const marked = (mark: string) => content.facts.filter((fact) => fact.mark === mark).length
  return {
    facts: {
      act: marked('act'),
      verified: marked('verified'),
      secondary: marked('secondary'),
      memory: content.barredFacts,
    },
    sources: content.sources.length,
    terms: content.terms.length,
    phases: content.phases.length,
    tasks: content.phases.reduce((sum, phase) => sum + phase.tasks.length, 0),
    acts: content.phases.reduce((sum, phase) => sum + phase.acts.length, 0),
    statements: content.statementCount,
  }
}
