import type { Authorised } from '~/features/auth/authorise.server'
import { profiles } from '~/features/auth/rules/profiles'
import { content } from '~/features/curriculum/content.server'
import { bankOf, objectiveName } from '~/features/curriculum/rules/final-test'
import { levels, type Question } from '~/features/curriculum/rules/module-content'
import { formOfSettings } from './module-settings.schema'
import { findVersion } from './plan-versions.queries.server'
import type { PlannedModule } from './rules/composition'
import { findMissing } from './rules/missing'
import type { Composition } from './rules/plan-document'
import { settingsLines } from './rules/settings-lines'
import { findSizingEntries } from './sizing-entries.queries.server'
import { findVersionPlan } from './version-view.server'

/** A module of a version as its page shows it, without texts and questions; undefined when it is not there. */
export async function findModuleView(by: Authorised<'plan.write'>, versionId: string, slug: string) {
  const version = await findVersion(by, versionId)
  if (!version) return undefined
  const { modules } = await findVersionPlan(version)
  const module = modules.find((candidate) => candidate.slug === slug)
  if (!module) return undefined
  const { id, number, revision, state } = version
  const others = modules.filter((other) => other.slug !== slug)
  return {
    version: { id, number, revision, state },
    module: {
      slug,
      title: module.title,
      summary: module.summary,
      lessons: module.lessons.length,
      activityMinutes: module.activities.reduce((sum, { minutes }) => sum + minutes, 0),
      criteria: profiles.map((profile) => ({ profile, count: criteriaOf(module, profile) })),
    },
    bank: countBank(module, bankOf(module, modules)),
    prerequisites: prerequisiteOptions(module, others),
    lines: settingsLines(module, titlesOf(modules)),
    draft:
      state === 'draft'
        ? {
            values: formOfSettings(module, module.objectives),
            missing: await findMissingIn(version.composition, slug),
          }
        : null,
  }
}

/** What modules are called, by their slug; one that is not in the plan is called by its slug. */
export function titlesOf(modules: readonly { slug: string; shortTitle: string }[]): (slug: string) => string {
  return (slug) => modules.find((module) => module.slug === slug)?.shortTitle ?? slug
}

/** How many questions the bank has for each objective, by level. */
function countBank(module: PlannedModule, questions: readonly Question[]) {
  return module.objectives.map(({ id, text }) => {
    const own = questions.filter(({ objective }) => objective === id)
    const byLevel = levels.map((level) => ({ level, count: own.filter((one) => one.level === level).length }))
    return { id, name: objectiveName(module, id), text, all: own.length, byLevel }
  })
}

function criteriaOf({ form }: PlannedModule, profile: (typeof profiles)[number]) {
  return form?.criteria.filter((criterion) => criterion[profile] !== undefined).length ?? 0
}

/** The other modules of the plan; a prerequisite that has left it stays in the list, so that it can be taken away. */
function prerequisiteOptions(module: PlannedModule, others: readonly PlannedModule[]) {
  const gone = module.prerequisites.filter((slug) => !others.some((other) => other.slug === slug))
  return [
    ...others.map(({ slug, title }) => ({ slug, label: title })),
    ...gone.map((slug) => ({ slug, label: `${slug}, che non è nel piano` })),
  ]
}

async function findMissingIn(composition: Composition, slug: string) {
  const { modules, targets, plan: outline } = content()
  const findings = findMissing({ composition, modules, targets, outline, entries: await findSizingEntries() })
  return findings.filter(({ where }) => where.kind === 'module' && where.slug === slug)
}
