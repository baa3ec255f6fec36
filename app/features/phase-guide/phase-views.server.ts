import type { Phase } from '~/features/curriculum/guide-files.schema'
import type { Evidence } from '~/features/curriculum/rules/basis-items'
import { Basis } from './basis'
import type { DoneView, FlowStopView, PhaseLink, PhaseView, TaskRow } from './guide-views'
import { whomShort } from './whom'

/** The nine phases, each as its page shows it. */
export function composePhases(phases: readonly Phase[], evidence: Evidence): PhaseView[] {
  return phases.map((phase, index) => composePhase(phase, phases[index - 1], phases[index + 1], evidence))
}

function composePhase(
  phase: Phase,
  before: Phase | undefined,
  after: Phase | undefined,
  evidence: Evidence,
): PhaseView {
  const basis = new Basis(evidence)
  const done = (item: { id: string; does: string; facts: string[] }): DoneView => ({
    id: item.id,
    does: basis.quiet({ text: item.does, facts: item.facts }).text,
  })
  // What the act's special rows say stands with their case, not among what is always done.
  const special = new Set(phase.specialCases.flatMap((item) => item.acts))
  return {
    number: phase.number,
    title: phase.title,
    inMatrix: phase.inMatrix,
    lead: phase.lead.map((statement) => basis.quiet(statement)),
    deadlines: phase.deadlines.map(({ value, ...statement }) => ({ value, ...basis.quiet(statement) })),
    tools: phase.tools.map((statement) => basis.quiet(statement)),
    beneficiary: phase.beneficiary.map((statement) => basis.quiet(statement)),
    acts: phase.acts.filter((act) => !special.has(act.id)).map(done),
    tasks: phase.tasks.map(done),
    specialCases: phase.specialCases.map((item) => ({
      id: item.id,
      title: item.title,
      beneficiary: basis.quiet({ text: item.beneficiary, facts: item.facts }).text,
      acts: phase.acts.filter((act) => item.acts.includes(act.id)).map(done),
      tasks: phase.tasks.filter((task) => item.tasks.includes(task.id)).map(done),
      explain: item.explain.map((statement) => basis.show(statement)),
    })),
    notes: phase.notes.map((statement) => basis.show(statement)),
    basis: basis.list(),
    cite: phase.cite,
    previous: before && phaseLink(before),
    next: after && phaseLink(after),
  }
}

/** Number and short name of a phase. */
export function phaseLink({ number, shortTitle }: Phase): PhaseLink {
  return { number, shortTitle }
}

// The two terms of the matrix, and the case in which the way leaves it (Allegato 1, par. 3.2, fasi 2 e 5).
const phasesWithTerm = [2, 5]
const branchingCase = 'rinvio-servizi-comunali'

/** The stops of the flow picture, the flow line and their list: all three are drawn from these. */
export function composeFlow(phases: readonly Phase[]): FlowStopView[] {
  return phases.map((phase) => {
    const deadline = phasesWithTerm.includes(phase.number) ? phase.deadlines[0] : undefined
    const branch = phase.specialCases.find(({ id }) => id === branchingCase)
    return {
      ...phaseLink(phase),
      title: phase.title,
      taskCount: phase.tasks.length,
      ...(deadline && { deadline: { value: deadline.value, text: deadline.text } }),
      ...(branch && {
        branch: {
          title: branch.title,
          text: withSubject(branch.beneficiary),
          to: `/guida/fasi/${phase.number}#${branch.id}`,
        },
      }),
    }
  })
}

/** A cell of the column "Persona beneficiaria" as a sentence that stands alone. */
function withSubject(text: string): string {
  return `La persona ${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

/** The 21 tasks of the Navigator, in the order of the matrix. */
export function composeTaskRows(phases: readonly Phase[]): TaskRow[] {
  return phases.flatMap((phase) =>
    phase.tasks.map(({ id, title, alongside }) => ({ id, title, whom: whomShort[alongside], phase: phaseLink(phase) })),
  )
}
