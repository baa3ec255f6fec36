import type { BasisItem } from '~/features/curriculum/rules/basis-items'
import type { FactUse } from './rules/fact-uses'

/** What the pages of the guide show. Composed once at start; a loader only picks. */

/** A sentence; `refs` are numbers in the page's list of what it rests on. */
export type StatementView = { text: string; refs?: number[]; later?: true }

export type Named = { id: string; title: string }

/** Number of a phase and its short name, for links to it. */
export type PhaseLink = { number: number; shortTitle: string }

/** A stop of the flow: a phase, the term that the act sets for it, where the way may branch off. */
export type FlowStopView = PhaseLink & {
  title: string
  taskCount: number
  deadline?: { value: string; text: string }
  branch?: { title: string; text: string; to: string }
}

/** What one of the centre or a Navigator does in a phase. */
export type DoneView = { id: string; does: string }

export type SpecialCaseView = {
  id: string
  title: string
  beneficiary: string
  acts: DoneView[]
  tasks: DoneView[]
  explain: StatementView[]
}

export type PhaseView = {
  number: number
  title: string
  inMatrix: boolean
  lead: StatementView[]
  deadlines: (StatementView & { value: string })[]
  tools: StatementView[]
  beneficiary: StatementView[]
  acts: DoneView[]
  tasks: DoneView[]
  specialCases: SpecialCaseView[]
  notes: StatementView[]
  basis: BasisItem[]
  cite: string
  previous?: PhaseLink
  next?: PhaseLink
}

export type TermDefinition = { slug: string; term: string; expansion?: string; definition: string }

export type ActivityView = {
  id: string
  kind: 'task' | 'act'
  title: string
  does: string
  phase: PhaseLink
  /** Of a task: the act's verb and whom it names. */
  support?: { verb: string; whom: string }
  purpose: StatementView[]
  steps: StatementView[]
  /** What stays with the operator, of a task; the usual mistake and the limit, of an act. */
  limits: StatementView[]
  linked: Named[]
  terms: TermDefinition[]
  basis: BasisItem[]
  cite: string
  previous?: Named
  next?: Named
}

/** A row of the table of the 21 tasks. */
export type TaskRow = Named & { whom: string; phase: PhaseLink }

export type FurtherActivitiesView = {
  title: string
  lead: StatementView[]
  notes: StatementView[]
  basis: BasisItem[]
  cite: string
}

export type GlossaryEntry = {
  slug: string
  term: string
  expansion?: string
  definition: { text: string; later?: true }[]
  /** Ids of the facts that the definition rests on. */
  facts: string[]
  see: { slug: string; term: string }[]
  links: { to: string; label: string }[]
}

export type GlossaryLetter = { letter: string; entries: GlossaryEntry[] }

export type FactView = {
  id: string
  statement: string
  mark: string
  cite?: string
  laterFrom?: string
  /** The other sources in which it was read. */
  also: { id: string; title: string }[]
  /** The day of its check, when it is another than that of the others. */
  checked?: string
  /** Pages of the guide and terms that rest on it. */
  uses: FactUse[]
}

export type SourceView = {
  id: string
  title: string
  publisher: string
  date?: string
  url?: string
  facts: FactView[]
  /** Facts that stand under another source, and were read here too. */
  alsoFacts: string[]
}

export type SourceGroup = { kind: string; title: string; factCount: number; sources: SourceView[] }

/** The page of sources: what the guide and the plan rest on. */
export type SourcesView = { groups: SourceGroup[]; sourceCount: number; factCount: number; checked?: string }
