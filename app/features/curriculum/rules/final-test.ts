import type { ModuleContent, Objective } from './module-content'

/** The slug of the final test of a plan: an address of its own among those of the modules. */
export const finalTestSlug = 'test-finale'

type Banked<Drawn> = { slug: string; final?: true; questions: readonly Drawn[] }

/**
 * The questions that the test of a module draws from: its own; of the final test those of all the other modules of the
 * plan, each standing for its module instead of for an objective of it.
 * @param modules those of the plan, the final test among them or not
 */
export function bankOf<Drawn extends { objective: string }>(
  module: Banked<Drawn>,
  modules: readonly Banked<Drawn>[],
): readonly Drawn[] {
  if (!module.final) return module.questions
  return trainingModules(modules).flatMap(({ slug, questions }) =>
    questions.map((question) => ({ ...question, objective: slug })),
  )
}

/** The modules of a plan that train: all but its final test. */
export function trainingModules<Module extends { final?: true }>(modules: readonly Module[]): Module[] {
  return modules.filter(({ final }) => !final)
}

/** What the final test asks about: one objective for each module. */
export function finalObjectives(modules: readonly { slug: string; title: string }[]): Objective[] {
  return modules.map(({ slug, title }) => ({ id: slug, text: title }))
}

/** How an objective is called among those of its module: by its id; in the final test, where it is a module, by its title. */
export function objectiveName(
  { final, objectives }: { final?: true; objectives: readonly Objective[] },
  id: string,
): string {
  return (final && objectives.find((objective) => objective.id === id)?.text) || id
}

/** What a module without lessons, hours, form and activities has in their place. */
export const nothingButTest = {
  phases: [],
  trains: { tasks: [], acts: [], leps: [], topics: [], areas: [] },
  exerciseMinutes: 0,
  lessons: [],
  questions: [],
  activities: [],
} satisfies Partial<ModuleContent>
