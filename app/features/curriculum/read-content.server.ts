import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ContentFile, type ProblemList, readYamlFile } from '~/platform/content/content-file.server'
import { UnusableContent } from '~/platform/content/unusable-content'
import { addFileFindings, addFindings, below } from './add-findings'
import { checkModules } from './check-modules.server'
import { type Edition, editionFileSchema, pageHeadSchema, synonymsFileSchema } from './content-files.schema'
import { type Fact, factsFileSchema, type Source, sourcesFileSchema } from './facts.schema'
import { glossaryFileSchema, type Term } from './glossary.schema'
import { type FurtherActivities, furtherActivitiesFileSchema, type Phase, phaseFileSchema } from './guide-files.schema'
import { markdownBlocks } from './markdown-blocks'
import { readMarkdownFile } from './markdown-file.server'
import { planFileSchema, targetsFileSchema } from './plan-files.schema'
import { checkFinalTest, composeFinalTest, readFinalTest } from './read-final-test.server'
import { composeModule, readModules } from './read-modules.server'
import { renderMarkdown } from './render-page.server'
import { phaseNumbers } from './rules/act-matrix'
import {
  compareWithMatrix,
  findBrokenPhaseLinks,
  findBrokenTermLinks,
  findDuplicates,
  findOneSidedLinks,
  findUnknownSources,
} from './rules/content-links'
import { isMarked, refuseBlock } from './rules/markdown-marker'
import type { ModuleContent, PlanOutline, Targets } from './rules/module-content'
import { type FactMark, findStatements, refuseStatement } from './rules/statement-rule'

export const pageNames = ['storia', 'privacy', 'note-legali', 'accessibilita'] as const
export type PageName = (typeof pageNames)[number]

/** A page of running text. `markdown` is for searching it. */
export type ContentPage = { title: string; lead: string; html: string; markdown: string }

/** All that `content/` says, checked. */
export type Content = {
  edition: Edition
  /** Without the barred ones. */
  facts: readonly Fact[]
  barredFacts: number
  sources: readonly Source[]
  terms: readonly Term[]
  /** From 1 to 9. */
  phases: readonly Phase[]
  furtherActivities: FurtherActivities
  pages: Readonly<Record<PageName, ContentPage>>
  synonyms: readonly (readonly string[])[]
  /** All of `content/modules`: those of the plan first, in its order, then its final test, then the others. */
  modules: readonly ModuleContent[]
  plan: PlanOutline
  targets: Targets
  statementCount: number
}

/**
 * Reads a folder of content and checks all of it. The shape of every file comes first: what links them
 * is looked at once each of them can be read.
 * @throws UnusableContent with every problem found
 */
export function readContent(folder: string): Content {
  const list: ProblemList = { problems: [] }
  const files = readFiles(folder, list)
  refuse(list)
  const whole = files as Complete<typeof files>
  checkFiles(whole, list)
  refuse(list)
  const facts = whole.facts.flatMap(({ data }) => data)
  const { modules, plan } = composePlan(whole)
  return {
    edition: whole.edition.data,
    facts: facts.filter((fact) => fact.mark !== 'memory'),
    barredFacts: facts.filter((fact) => fact.mark === 'memory').length,
    sources: whole.sources.data,
    terms: whole.terms.data,
    phases: whole.phases.map(({ data }) => data),
    furtherActivities: whole.further.data,
    pages: Object.fromEntries(
      whole.pages.map(({ name, head, body }) => [name, { ...head.data, html: renderMarkdown(body), markdown: body }]),
    ) as Record<PageName, ContentPage>,
    synonyms: whole.synonyms.data,
    modules,
    plan,
    targets: whole.targets.data,
    statementCount: countStatements(whole),
  }
}

type Complete<F> = { [K in keyof F]: F[K] extends (infer T)[] ? NonNullable<T>[] : NonNullable<F[K]> }

function readFiles(folder: string, list: ProblemList) {
  const factsFolder = join(folder, 'facts')
  const factFiles = existsSync(factsFolder)
    ? readdirSync(factsFolder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : []
  if (factFiles.length === 0) list.problems.push({ file: factsFolder, line: 1, reason: 'la cartella non ha fatti' })
  return {
    edition: readYamlFile(join(folder, 'edition.yaml'), editionFileSchema, list),
    facts: factFiles.map((name) => readYamlFile(join(factsFolder, name), factsFileSchema, list)),
    sources: readYamlFile(join(folder, 'sources.yaml'), sourcesFileSchema, list),
    terms: readYamlFile(join(folder, 'glossary.yaml'), glossaryFileSchema, list),
    phases: phaseNumbers.map((number) =>
      readYamlFile(join(folder, 'guide', `fase-${number}.yaml`), phaseFileSchema, list),
    ),
    further: readYamlFile(join(folder, 'guide', 'ulteriori-attivita.yaml'), furtherActivitiesFileSchema, list),
    synonyms: readYamlFile(join(folder, 'search', 'synonyms.yaml'), synonymsFileSchema, list),
    pages: pageNames.map((name) => readPage(folder, name, list)),
    plan: readYamlFile(join(folder, 'plan.yaml'), planFileSchema, list),
    targets: readYamlFile(join(folder, 'targets.yaml'), targetsFileSchema, list),
    modules: readModules(join(folder, 'modules'), list),
    finalTest: readFinalTest(join(folder, 'final-test.yaml'), list),
  }
}

type Files = Complete<ReturnType<typeof readFiles>>

function readPage(folder: string, name: PageName, list: ProblemList) {
  const page = readMarkdownFile(join(folder, 'pages', `${name}.md`), pageHeadSchema, list)
  return page && { name, ...page }
}

function checkFiles(files: Files, list: ProblemList) {
  const facts = new Map<string, FactMark>(
    files.facts.flatMap(({ data }) =>
      data.map((fact) => [fact.id, { mark: fact.mark, laterThanAct: fact.mark !== 'memory' && fact.laterThanAct }]),
    ),
  )
  const phases = files.phases.map(({ data }) => data)
  addFileFindings(files.facts, findDuplicates(files.facts, 'id'), list)
  addFileFindings(files.facts, findUnknownSources(files.facts, files.sources.data), list)
  addFileFindings([files.sources], findDuplicates([files.sources], 'id'), list)
  addFileFindings([files.terms], findDuplicates([files.terms], 'slug'), list)
  addFindings(files.terms, findBrokenTermLinks(files.terms.data, phases), list)
  addFileFindings(files.phases, findOneSidedLinks(files.phases), list)
  files.phases.forEach((file, index) => {
    addFindings(file, compareWithMatrix(file.data, phaseNumbers[index] ?? 0), list)
    addFindings(file, findBrokenPhaseLinks(file.data, files.terms.data), list)
  })
  for (const file of statementFiles(files)) {
    for (const { path, statement } of findStatements(file.data)) {
      addFindings(file, refuseStatement(statement, facts).map(below(...path)), list)
    }
  }
  for (const { file, body, firstLine } of files.pages) {
    for (const { line, text } of markdownBlocks(body, firstLine)) {
      list.problems.push(...refuseBlock(text, facts).map((reason) => ({ file, line, reason })))
    }
  }
  checkModules(files, { facts, terms: new Set(files.terms.data.map((term) => term.slug)) }, list)
  if (files.finalTest.file) {
    const planned = files.modules.filter(({ slug }) => files.plan.data.modules.includes(slug)).map(composeModule)
    checkFinalTest(files.finalTest.file, planned, list)
  }
}

/** The modules, and the outline with the final test as its last where there is one. */
function composePlan({ modules: files, plan, finalTest }: Files): Pick<Content, 'modules' | 'plan'> {
  const outline = plan.data
  const modules = inPlanOrder(files.map(composeModule), outline.modules)
  const planned = modules.filter(({ slug }) => outline.modules.includes(slug))
  if (!finalTest.file) return { modules, plan: outline }
  const final = composeFinalTest(finalTest.file.data, planned)
  return {
    modules: [...planned, final, ...modules.filter((module) => !planned.includes(module))],
    plan: { ...outline, modules: [...outline.modules, final.slug] },
  }
}

function inPlanOrder(modules: ModuleContent[], slugs: readonly string[]) {
  const place = (module: ModuleContent) => (slugs.includes(module.slug) ? slugs.indexOf(module.slug) : slugs.length)
  return [...modules].sort((a, b) => place(a) - place(b))
}

function statementFiles(files: Files): ContentFile<unknown>[] {
  return [...files.phases, files.further, files.terms]
}

function countStatements(files: Files) {
  const inYaml = statementFiles(files).flatMap(({ data }) => findStatements(data)).length
  const inPages = files.pages.flatMap(({ body }) => markdownBlocks(body, 1)).filter(({ text }) => isMarked(text)).length
  return inYaml + inPages
}

function refuse({ problems }: ProblemList) {
  if (problems.length === 0) return
  throw new UnusableContent(problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line))
}
