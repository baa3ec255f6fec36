import type { Authorised } from '~/features/auth/authorise.server'
import { content } from '~/features/curriculum/content.server'
import { factBasis, groundView } from '~/features/curriculum/fact-basis.server'
import { renderLesson } from '~/features/curriculum/render-lesson.server'
import type { KeyedQuestion, LessonText, Objective } from '~/features/curriculum/rules/module-content'
import { database } from '~/platform/database/client.server'
import { findKeys, frozenPlan, moduleOf } from './frozen-plan.server'
import { type ComposedVersion, findVersion } from './plan-versions.queries.server'

/**
 * The lessons of a module, one of them as learners read it, and its questions with their keys: for who composes the
 * plan alone.
 *
 * @param lesson the one to read; none for the questions
 * @returns undefined when the version is not there, or does not have the module or the lesson
 */
export async function findPreview(
  by: Authorised<'plan.write'>,
  _reader: Authorised<'plan.keys'>,
  { versionId, slug, lesson }: { versionId: string; slug: string; lesson: string | null },
) {
  const version = await findVersion(by, versionId)
  const module = version && (await findKeyedModule(version, slug))
  if (!module) return undefined
  const read = module.lessons.find((candidate) => candidate.slug === lesson)
  if (lesson !== null && !read) return undefined
  return {
    version: { id: version.id, number: version.number, state: version.state },
    module: { slug, title: module.title },
    lessons: module.lessons.map(({ slug, title, minutes }) => ({ slug, title, minutes })),
    lesson: read ? lessonText(read) : null,
    objectives: (read ? [] : module.objectives).map((objective) => ({
      ...objective,
      questions: module.questions
        .filter((question) => question.objective === objective.id)
        .map(({ id, level, stem, options, key, ...ground }) => ({
          id,
          level,
          stem,
          explanation: key.explanation,
          ground: groundView(ground),
          options: options.map((option) => ({ ...option, right: option.id === key.option })),
        })),
    })),
  }
}

/** A lesson as its learners read it, with what it rests on. */
function lessonText({ title, lead, markdown }: LessonText) {
  const { html, facts } = renderLesson(markdown, { numbered: true })
  return { title, lead, html, basis: factBasis(facts) }
}

type KeyedModule = { title: string; objectives: Objective[]; lessons: LessonText[]; questions: KeyedQuestion[] }

/** A module with the keys of its questions: of the content while the version is a draft, else as it was frozen. */
async function findKeyedModule(version: ComposedVersion, slug: string): Promise<KeyedModule | undefined> {
  if (version.state === 'draft') {
    const composed = version.composition.modules.some((module) => module.slug === slug)
    return composed ? content().modules.find((module) => module.slug === slug) : undefined
  }
  const module = moduleOf(await frozenPlan(version.id), slug)
  if (!module) return undefined
  const keys = await findKeys(
    database,
    module.questions.map(({ keyDigest }) => keyDigest),
  )
  const questions = module.questions.flatMap((question) => {
    const key = keys.get(question.keyDigest)
    return key ? [{ ...question, key }] : []
  })
  return { ...module, questions }
}
