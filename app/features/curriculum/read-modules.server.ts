import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ContentFile, type ProblemList, readYamlFile } from '~/platform/content/content-file.server'
import { type MarkdownFile, readMarkdownFile } from './markdown-file.server'
import {
  type ActivityInFile,
  activitiesFileSchema,
  type FormFile,
  formFileSchema,
  type JobAidHead,
  jobAidHeadSchema,
  type LessonHead,
  lessonHeadSchema,
  type ModuleFile,
  moduleFileSchema,
  type QuestionInFile,
  questionsFileSchema,
} from './module-files.schema'
import type { ModuleContent } from './rules/module-content'
import { slugSchema } from './statement.schema'

/** The files of one folder of `content/modules`, each of the right shape. */
export type ModuleFiles = {
  slug: string
  module: ContentFile<ModuleFile>
  /** In the order of module.yaml. */
  lessons: (MarkdownFile<LessonHead> & { slug: string })[]
  questions: ContentFile<QuestionInFile[]>
  form?: ContentFile<FormFile>
  activities?: ContentFile<ActivityInFile[]>
  jobAid?: MarkdownFile<JobAidHead>
}

const knownEntries = ['module.yaml', 'lessons', 'questions.yaml', 'form.yaml', 'activities.yaml', 'job-aid.md']

/**
 * Reads every folder of `content/modules`.
 * @returns undefined for a module that cannot be used; what is wrong then stands in `list`
 */
export function readModules(folder: string, list: ProblemList): (ModuleFiles | undefined)[] {
  const slugs = entriesOf(folder)
  if (slugs.length === 0) list.problems.push({ file: folder, line: 1, reason: 'la cartella non ha moduli' })
  return slugs.map((slug) => readModule(join(folder, slug), slug, list))
}

function readModule(folder: string, slug: string, list: ProblemList): ModuleFiles | undefined {
  const problem = (file: string, reason: string) => list.problems.push({ file, line: 1, reason })
  if (!slugSchema.safeParse(slug).success) {
    problem(folder, 'nel nome della cartella di un modulo usa solo minuscole, cifre e trattini')
  }
  const entries = entriesOf(folder)
  for (const entry of entries) {
    if (!knownEntries.includes(entry)) problem(join(folder, entry), 'un modulo non ha un file con questo nome')
  }
  const optional = <T>(name: string, read: (file: string) => T | undefined) =>
    entries.includes(name) ? { file: read(join(folder, name)) } : undefined

  const module = readYamlFile(join(folder, 'module.yaml'), moduleFileSchema, list)
  const lessons = readLessons(join(folder, 'lessons'), module, list)
  const questions = readYamlFile(join(folder, 'questions.yaml'), questionsFileSchema, list)
  const form = optional('form.yaml', (file) => readYamlFile(file, formFileSchema, list))
  const activities = optional('activities.yaml', (file) => readYamlFile(file, activitiesFileSchema, list))
  const jobAid = optional('job-aid.md', (file) => readMarkdownFile(file, jobAidHeadSchema, list))
  if (!module || !questions) return undefined
  return { slug, module, lessons, questions, form: form?.file, activities: activities?.file, jobAid: jobAid?.file }
}

function readLessons(folder: string, module: ContentFile<ModuleFile> | undefined, list: ProblemList) {
  const present = entriesOf(folder).map((name) => ({ name, slug: /^(.+)\.md$/.exec(name)?.[1] }))
  const declared = module?.data.lessons
  for (const { name, slug } of present) {
    const reason = refuseLessonFile(slug, declared)
    if (reason) list.problems.push({ file: join(folder, name), line: 1, reason })
  }
  const wanted = declared ?? present.flatMap(({ slug }) => slug ?? [])
  return wanted.flatMap((slug, index) => {
    if (!present.some((file) => file.slug === slug)) {
      if (module) {
        const reason = `manca il file della lezione: lessons/${slug}.md`
        list.problems.push({ file: module.file, line: module.lineOf(['lessons', index]), reason })
      }
      return []
    }
    const lesson = readMarkdownFile(join(folder, `${slug}.md`), lessonHeadSchema, list)
    return lesson ? [{ ...lesson, slug }] : []
  })
}

function refuseLessonFile(slug: string | undefined, declared: readonly string[] | undefined) {
  if (slug === undefined) return 'fra le lezioni ci sono solo file .md'
  if (declared && !declared.includes(slug)) return 'la lezione non è nell’elenco «lessons» di module.yaml'
  return undefined
}

/** What a folder holds, in alphabetical order, without hidden files; nothing when it is not there. */
function entriesOf(folder: string) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
}

/** A module as the rest of the product knows it. */
export function composeModule({
  slug,
  module,
  lessons,
  questions,
  form,
  activities,
  jobAid,
}: ModuleFiles): ModuleContent {
  const { cutReason, ...assessment } = module.data.assessment
  return {
    ...module.data,
    assessment,
    ...(cutReason && { cutReason }),
    slug,
    lessons: lessons.map((lesson) => ({ ...lesson.head.data, slug: lesson.slug, markdown: lesson.body })),
    questions: questions.data.map(({ key, explanation, ...question }) => ({
      ...question,
      key: { option: key, explanation },
    })),
    ...(form && { form: form.data }),
    activities: activities?.data ?? [],
    ...(jobAid && { jobAid: { ...jobAid.head.data, markdown: jobAid.body } }),
  }
}
