/** One thing wrong in a content file; `reason` is an Italian sentence for whoever edits it. */
export type ContentProblem = { file: string; line: number; reason: string }

/** The content cannot be served as it is; the message lists every problem as `file:line: reason`. */
export class UnusableContent extends Error {
  constructor(readonly problems: readonly ContentProblem[]) {
    super(['I contenuti non si possono usare:', ...problems.map(describeProblem)].join('\n'))
    this.name = 'UnusableContent'
  }
}

/** `content/guide/fase-5.yaml:12: il fatto F-999 non esiste` */
export function describeProblem({ file, line, reason }: ContentProblem): string {
  return `${file}:${line}: ${reason}`
}
