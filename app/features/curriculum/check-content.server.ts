import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { type ContentProblem, UnusableContent } from '~/platform/content/unusable-content'
import { measureLesson } from './lesson-measure'
import { type Content, readContent } from './read-content.server'
import { testLength } from './rules/blueprint'
import { type CoverageRow, coverageOf, matrixTitles } from './rules/coverage'
import { trainingModules } from './rules/final-test'
import type { Hours } from './rules/module-content'
import { totalHours } from './rules/totals'

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
  modules: number
  lessons: number
  questions: number
  criteria: number
}

/** How long a lesson is, and how readable: the Gulpease index of its sentences. */
export type LessonFigures = { module: string; lesson: string; words: number; gulpease: number }

/** What the plan makes of its modules, by profile. */
export type ContentReport = {
  totals: ContentTotals
  /** Slugs of the plan's modules, in its order, and of those that stand outside it. */
  modules: { inPlan: readonly string[]; outside: readonly string[] }
  /** How many questions the final test draws, and how many right answers it needs; null where there is none. */
  finalTest: { questions: number; cut: number } | null
  hours: Partial<Record<Profile, Hours>>
  lessons: LessonFigures[]
  /** The mean over the lessons. */
  gulpease: number
  coverage: Record<Profile, CoverageRow[]>
}

export type ContentCheck = ({ ok: true } & ContentReport) | { ok: false; problems: readonly ContentProblem[] }

/** Reads a folder of content as a start would, and counts it or says what is wrong; for `npm run content:check`. */
export function checkContent(folder: string): ContentCheck {
  try {
    return { ok: true, ...reportOn(readContent(folder)) }
  } catch (error) {
    if (error instanceof UnusableContent) return { ok: false, problems: error.problems }
    throw error
  }
}

function reportOn(content: Content): ContentReport {
  const { modules, plan, targets, phases } = content
  const planned = trainingModules(modules).filter(({ slug }) => plan.modules.includes(slug))
  const final = modules.find((module) => module.final)
  const titles = matrixTitles(phases)
  const lessons = modules.flatMap(({ slug, lessons: texts }) =>
    texts.map((lesson) => {
      const { words, readability } = measureLesson(lesson)
      return { module: slug, lesson: lesson.slug, words, gulpease: readability.index }
    }),
  )
  return {
    totals: totalsOf(content),
    modules: {
      inPlan: planned.map(({ slug }) => slug),
      outside: trainingModules(modules)
        .filter((module) => !planned.includes(module))
        .map(({ slug }) => slug),
    },
    finalTest: final ? { questions: testLength(final.assessment.blueprint), cut: final.assessment.cut } : null,
    hours: totalHours(planned),
    lessons,
    gulpease: lessons.reduce((sum, { gulpease }) => sum + gulpease, 0) / Math.max(1, lessons.length),
    coverage: Object.fromEntries(
      profiles.map((profile) => [profile, coverageOf(planned, profile, targets, titles)]),
    ) as ContentReport['coverage'],
  }
}

function totalsOf(content: Content): ContentTotals {
  const marked = (mark: string) => content.facts.filter((fact) => fact.mark === mark).length
  const sumOf = <T>(items: readonly T[], count: (item: T) => number) =>
    items.reduce((sum, item) => sum + count(item), 0)
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
    tasks: sumOf(content.phases, (phase) => phase.tasks.length),
    acts: sumOf(content.phases, (phase) => phase.acts.length),
    statements: content.statementCount,
    modules: trainingModules(content.modules).length,
    lessons: sumOf(content.modules, (module) => module.lessons.length),
    questions: sumOf(content.modules, (module) => module.questions.length),
    criteria: sumOf(content.modules, (module) => module.form?.criteria.length ?? 0),
  }
}
