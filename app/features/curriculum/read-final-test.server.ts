import { existsSync } from 'node:fs'
import { profiles } from '~/features/auth/rules/profiles'
import type { Finding } from '~/lib/finding'
import { type ContentFile, type ProblemList, readYamlFile } from '~/platform/content/content-file.server'
import { addFindings } from './add-findings'
import { type FinalTestFile, finalTestFileSchema } from './module-files.schema'
import { refuseAssessment } from './rules/assessment-rules'
import { bankOf, finalObjectives, finalTestSlug, nothingButTest } from './rules/final-test'
import type { Hours, ModuleContent } from './rules/module-content'

const noHours: Hours = { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }

/** `content/final-test.yaml`, where there is one: a plan may do without. */
export function readFinalTest(file: string, list: ProblemList): { file?: ContentFile<FinalTestFile> | undefined } {
  return existsSync(file) ? { file: readYamlFile(file, finalTestFileSchema, list) } : {}
}

/**
 * Checks the final test against the plan's modules: each of them is asked about, no other is, and their banks hold
 * what it draws.
 * @param planned the modules of the plan, in its order
 */
export function checkFinalTest(file: ContentFile<FinalTestFile>, planned: readonly ModuleContent[], list: ProblemList) {
  const final = composeFinalTest(file.data, planned)
  const slugs = planned.map(({ slug }) => slug)
  const unknown = file.data.blueprint.flatMap(({ module }, index): Finding[] =>
    slugs.includes(module) ? [] : [{ path: ['blueprint', index, 'module'], reason: `«${module}» non è nel piano` }],
  )
  const unasked = slugs
    .filter((slug) => !file.data.blueprint.some(({ module }) => module === slug))
    .map((slug): Finding => ({ path: ['blueprint'], reason: `il test finale non chiede nulla di «${slug}»` }))
  const rule = refuseAssessment(final.assessment, bankOf(final, planned)).map(({ path, reason }) => ({
    path: path.slice(1),
    reason,
  }))
  addFindings(file, [...unknown, ...unasked, ...rule], list)
}

/** The final test as a module of the plan: it opens when the tests of all the others are passed. */
export function composeFinalTest(file: FinalTestFile, planned: readonly ModuleContent[]): ModuleContent {
  const { title, shortTitle, summary, blueprint, cut, cutReason, attempts, waitHours, timeLimitMinutes } = file
  const takers = profiles.filter((profile) => planned.some(({ hours }) => hours[profile]))
  return {
    ...nothingButTest,
    slug: finalTestSlug,
    final: true,
    title,
    shortTitle,
    summary,
    ...(cutReason && { cutReason }),
    objectives: finalObjectives(planned),
    hours: Object.fromEntries(takers.map((profile) => [profile, noHours])),
    prerequisites: planned.map(({ slug }) => slug),
    assessment: {
      blueprint: blueprint.map(({ module, ...cell }) => ({ objective: module, ...cell })),
      cut,
      attempts,
      waitHours,
      ...(timeLimitMinutes && { timeLimitMinutes }),
    },
  }
}
