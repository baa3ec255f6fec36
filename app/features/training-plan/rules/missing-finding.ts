/** Where something is put right: the plan, one of its modules, its sizing, or a row of its coverage. */
export type FindingPlace =
  | { kind: 'plan' }
  | { kind: 'module'; slug: string }
  | { kind: 'sizing' }
  | { kind: 'coverage'; id: string }

/** `blocking`: the version cannot be submitted. `warning`: it can, and the Cabina sees the same sentence. */
export type MissingFinding = { severity: 'blocking' | 'warning'; where: FindingPlace; sentence: string }
