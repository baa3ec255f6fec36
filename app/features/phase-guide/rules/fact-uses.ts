import type { Ground } from '~/features/curriculum/rules/module-content'

/** A page, or a part of one, that rests on a fact; a page of its own has its address. */
export type FactUse = { to?: string; label: string }

type CitingModule = {
  lessons: readonly { markdown: string }[]
  questions: readonly Ground[]
  form?: { criteria: readonly Ground[] }
  activities: readonly Ground[]
  jobAid?: { markdown: string }
}

/** In how many parts of a plan each kind of text rests on a fact. */
export type PlanUse = { lessons: number; jobAids: number; questions: number; criteria: number; activities: number }

/** The facts that a text of the plan names, in its markers and in its self-checks, each once. */
export function factsNamed(markdown: string): string[] {
  return [...new Set(markdown.match(/F-\d{3}/g))]
}

/** What in the modules of a plan rests on each fact; a fact that nothing rests on is not there. */
export function planUses(modules: readonly CitingModule[]): ReadonlyMap<string, PlanUse> {
  const uses = new Map<string, PlanUse>()
  const count = (kind: keyof PlanUse, facts: readonly string[]) => {
    for (const id of new Set(facts)) {
      const use = uses.get(id) ?? { lessons: 0, jobAids: 0, questions: 0, criteria: 0, activities: 0 }
      uses.set(id, { ...use, [kind]: use[kind] + 1 })
    }
  }
  for (const { lessons, questions, form, activities, jobAid } of modules) {
    for (const { markdown } of lessons) count('lessons', factsNamed(markdown))
    for (const { facts = [] } of questions) count('questions', facts)
    for (const { facts = [] } of form?.criteria ?? []) count('criteria', facts)
    for (const { facts = [] } of activities) count('activities', facts)
    if (jobAid) count('jobAids', factsNamed(jobAid.markdown))
  }
  return uses
}
