import { profiles } from '~/features/auth/rules/profiles'
import type { Finding } from '~/lib/finding'
import { stemOf, wordsOf } from '~/lib/italian-words'
import type { ContentFile, ProblemList } from '~/platform/content/content-file.server'
import { addFileFindings, addFindings } from './add-findings'
import type { Known } from './check-lesson.server'
import { checkModule } from './check-module.server'
import type { ModuleFiles } from './read-modules.server'
import { coverageOf } from './rules/coverage'
import type { PlanOutline, Targets } from './rules/module-content'
import { refuseTotals } from './rules/module-hours'
import { findPrerequisiteCycles, trainableIds } from './rules/module-links'
import { findSimilarStems, type StemWords } from './rules/similar-stems'
import { refuseFacts } from './rules/statement-rule'

type PlanFiles = { plan: ContentFile<PlanOutline>; targets: ContentFile<Targets>; modules: ModuleFiles[] }

/** Checks plan, targets and modules against each other and against the rest of the content; for `readContent`. */
export function checkModules({ plan, targets, modules }: PlanFiles, known: Known, list: ProblemList) {
  addFindings(plan, refusePlan(plan.data, modules), list)
  addFindings(plan, refuseCoverage(plan.data, targets.data, modules), list)
  addFindings(targets, refuseTargets(targets.data, known), list)
  const amongModules = {
    ...known,
    modules: new Set(modules.map(({ slug }) => slug)),
    trainable: trainableIds(targets.data),
  }
  for (const module of modules) checkModule(module, amongModules, list)
  const asking = modules.map(({ slug, module }) => ({
    file: module.file,
    slug,
    prerequisites: module.data.prerequisites,
  }))
  const [moduleFiles, questionFiles] = [modules.map((one) => one.module), modules.map((one) => one.questions)]
  addFileFindings(moduleFiles, findPrerequisiteCycles(asking), list)
  addFileFindings(questionFiles, findSimilarStems(modules.flatMap(stemsOf)), list)
}

function refusePlan(plan: PlanOutline, modules: readonly ModuleFiles[]): Finding[] {
  const planned = plan.modules.flatMap((slug) => modules.find((module) => module.slug === slug)?.module.data ?? [])
  return [
    ...plan.modules.flatMap((slug, index) => {
      if (plan.modules.indexOf(slug) < index) return [{ path: ['modules', index], reason: `«${slug}» c’è già` }]
      if (modules.some((module) => module.slug === slug)) return []
      return [{ path: ['modules', index], reason: `il modulo «${slug}» non ha la sua cartella in modules/` }]
    }),
    ...refuseTotals(plan.totals, planned),
  ]
}

/** What the plan is declared to cover, and does not: for each profile that takes any of its modules. */
function refuseCoverage(plan: PlanOutline, targets: Targets, modules: readonly ModuleFiles[]): Finding[] {
  const planned = plan.modules.flatMap((slug) => modules.find((module) => module.slug === slug) ?? [])
  const covering = planned.map(({ slug, module, questions, form }) => ({
    slug,
    trains: module.data.trains,
    hours: module.data.hours,
    questions: questions.data,
    form: form?.data,
  }))
  const takers = profiles.filter((profile) => covering.some(({ hours }) => hours[profile]))
  const gaps = takers.flatMap((profile) => coverageOf(covering, profile, targets)).filter(({ gaps }) => gaps.length > 0)
  const reasons = gaps
    .filter(({ kind }) => plan.covers.includes(kind))
    .map(({ id, gaps: missing }) => `${id} non è coperto: ${missing.join(', ')}`)
  return [...new Set(reasons)].map((reason) => ({ path: ['covers'], reason }))
}

function refuseTargets(targets: Targets, { facts }: Known): Finding[] {
  const lists = ['leps', 'topics', 'areas'] as const
  const seen = new Set<string>()
  return lists.flatMap((name) =>
    targets[name].flatMap((target, index) => {
      const again = seen.has(target.id)
      seen.add(target.id)
      return [
        ...(again ? [{ path: [name, index, 'id'], reason: `«${target.id}» c’è già` }] : []),
        ...refuseFacts(target.facts, facts, [name, index, 'facts']),
      ]
    }),
  )
}

function stemsOf({ slug, questions }: ModuleFiles): StemWords[] {
  return questions.data.map(({ id, stem }, index) => ({
    file: questions.file,
    path: [index, 'stem'],
    name: `${id} di ${slug}`,
    words: new Set(wordsOf(stem).map(stemOf)),
  }))
}
