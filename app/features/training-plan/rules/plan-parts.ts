import type { PlanDocument, PlanModule } from './plan-document'

/**
 * A part of a version that a comment or a change can name. Paths are those of the frozen rows, and below a module's
 * those of what its row holds.
 */
export type PlanPart = { path: string; label: string }

/** Parts that stand together: those of the plan itself, or of one module. */
export type PartGroup = { label: string; moduleSlug: string | null; parts: PlanPart[] }

/**
 * Paths of the plan, of its modules and of what is below them: what VersionPart.path holds, and what comments are
 * anchored to. The empty path is the whole plan, `head` the frozen row of what is no module.
 */
export const path = {
  whole: '',
  head: 'piano',
  sizing: 'piano/dimensionamento',
  module: (module: string) => module,
  lesson: (module: string, slug: string) => `${module}/lezioni/${slug}`,
  assessment: (module: string) => `${module}/test`,
  question: (module: string, id: string) => `${module}/domande/${id}`,
  form: (module: string) => `${module}/scheda`,
  criterion: (module: string, id: string) => `${module}/scheda/${id}`,
  activity: (module: string, id: string) => `${module}/attivita/${id}`,
  jobAid: (module: string) => `${module}/strumento`,
}

/** All parts of a document that can be commented on, in its order, by module. */
export function planParts(document: Pick<PlanDocument, 'modules'>): PartGroup[] {
  const plan: PartGroup = {
    label: 'Piano',
    moduleSlug: null,
    parts: [
      { path: path.whole, label: 'Tutto il piano' },
      { path: path.sizing, label: 'Dimensionamento per provincia e CPI' },
    ],
  }
  return [plan, ...document.modules.map((module, index) => moduleParts(module, index))]
}

/** How a module is called in lists: "M3 Attuare il Patto". */
export function moduleLabel(module: Pick<PlanModule, 'title' | 'final'>, index: number): string {
  return module.final ? module.title : `${moduleNumber(module, index)} ${module.title}`
}

/** "M3"; the final test has no number among the modules. */
function moduleNumber({ final }: Pick<PlanModule, 'final'>, index: number) {
  return final ? 'Test finale' : `M${index + 1}`
}

/** The parts of a group without single questions and criteria: what a list of choices can hold. */
export function mainParts(group: PartGroup): PlanPart[] {
  return group.parts.filter(({ path }) => !/\/(domande|scheda)\/./.test(path))
}

/** The id of a part on the page of the full text. */
export function partAnchor(part: string): string {
  return `parte-${part.replaceAll('/', '-')}`
}

function moduleParts(module: PlanModule, index: number): PartGroup {
  const { slug } = module
  const number = moduleNumber(module, index)
  return {
    label: moduleLabel(module, index),
    moduleSlug: slug,
    parts: [
      { path: path.module(slug), label: `${number}, tutto il modulo` },
      ...module.lessons.map((lesson) => ({
        path: path.lesson(slug, lesson.slug),
        label: `${number}, lezione «${lesson.title}»`,
      })),
      { path: path.assessment(slug), label: `${number}, regola del test` },
      ...module.questions.map(({ id }) => ({ path: path.question(slug, id), label: `${number}, domanda ${id}` })),
      ...(module.form ? [{ path: path.form(slug), label: `${number}, scheda di osservazione e sua regola` }] : []),
      ...(module.form?.criteria ?? []).map(({ id }) => ({
        path: path.criterion(slug, id),
        label: `${number}, criterio ${id}`,
      })),
      ...module.activities.map(({ id, title }) => ({
        path: path.activity(slug, id),
        label: `${number}, attività «${title}»`,
      })),
      ...(module.jobAid ? [{ path: path.jobAid(slug), label: `${number}, strumento «${module.jobAid.title}»` }] : []),
    ],
  }
}
