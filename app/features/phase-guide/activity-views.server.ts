import type { Term } from '~/features/curriculum/glossary.schema'
import type { CentreAct, Phase, Task } from '~/features/curriculum/guide-files.schema'
import type { Evidence } from '~/features/curriculum/rules/basis-items'
import { Basis } from './basis'
import type { ActivityView, Named, TermDefinition } from './guide-views'
import { phaseLink } from './phase-views.server'
import { whomNames } from './whom'

type Sources = { phases: readonly Phase[]; terms: readonly Term[]; evidence: Evidence }

/** The 53 activities of the matrix by id, each as its page shows it. */
export function composeActivities(sources: Sources): Map<string, ActivityView> {
  const tasks = sources.phases.flatMap((phase) => phase.tasks)
  const acts = sources.phases.flatMap((phase) => phase.acts)
  const views = sources.phases.flatMap((phase) => [
    ...phase.tasks.map((task) => composeTask(task, phase, tasks, acts, sources)),
    ...phase.acts.map((act) => composeAct(act, phase, tasks, acts, sources)),
  ])
  return new Map(views.map((view) => [view.id, view]))
}

function composeTask(task: Task, phase: Phase, tasks: Task[], acts: CentreAct[], sources: Sources): ActivityView {
  return {
    kind: 'task',
    support: { verb: task.verb, whom: whomNames[task.alongside] },
    linked: acts.filter((act) => task.acts.includes(act.id)).map(named),
    ...compose(task, task.limits, phase, tasks, `attività ${task.id}`, sources),
  }
}

function composeAct(act: CentreAct, phase: Phase, tasks: Task[], acts: CentreAct[], sources: Sources): ActivityView {
  return {
    kind: 'act',
    linked: tasks.filter((task) => act.tasks.includes(task.id)).map(named),
    ...compose(act, act.watch, phase, acts, `compito ${act.id}`, sources),
  }
}

function compose(
  item: Task | CentreAct,
  limits: Task['limits'],
  phase: Phase,
  all: readonly (Task | CentreAct)[],
  cell: string,
  { terms, evidence }: Sources,
) {
  const basis = new Basis(evidence)
  const at = all.findIndex(({ id }) => id === item.id)
  const [before, after] = [all[at - 1], all[at + 1]]
  return {
    id: item.id,
    title: item.title,
    does: basis.quiet({ text: item.does, facts: item.facts }).text,
    phase: phaseLink(phase),
    purpose: item.purpose.map((statement) => basis.show(statement)),
    steps: item.steps.map((statement) => basis.show(statement)),
    limits: limits.map((statement) => basis.show(statement)),
    terms: item.terms.flatMap((slug) => terms.filter((term) => term.slug === slug).map(defined)),
    basis: basis.list(),
    cite: `${phase.cite}, ${cell}`,
    previous: before && named(before),
    next: after && named(after),
  }
}

function named({ id, title }: Named): Named {
  return { id, title }
}

function defined(term: Term): TermDefinition {
  const definition = term.definition[0]?.text ?? ''
  return { slug: term.slug, term: term.term, definition, ...(term.expansion && { expansion: term.expansion }) }
}
