import { profiles } from '~/features/auth/rules/profiles'
import type { Finding } from '~/lib/finding'
import type { ContentFile, ProblemList } from '~/platform/content/content-file.server'
import { addFileFindings, addFindings, below } from './add-findings'
import { checkLessonText, type Known } from './check-lesson.server'
import { measureLesson } from './lesson-measure'
import type { ActivityInFile, FormFile, LessonHead } from './module-files.schema'
import type { ModuleFiles } from './read-modules.server'
import { refuseAssessment, refuseObservation } from './rules/assessment-rules'
import { findDuplicates } from './rules/content-links'
import { refuseForm } from './rules/form-rules'
import { refuseGround, refuseTestedGround } from './rules/grounds'
import { guidePlaceOf } from './rules/lesson-links'
import type { Trains } from './rules/module-content'
import { type LessonLength, refuseLessonMinutes, refuseModuleHours } from './rules/module-hours'
import { refuseModuleLinks, trainedIds } from './rules/module-links'
import { refuseBank, refuseQuestion, refuseQuestionPlace } from './rules/question-rules'

/** What a module may rest on, link to, ask for and train. */
type KnownToModule = Known & { modules: ReadonlySet<string>; trainable: Record<keyof Trains, ReadonlySet<string>> }

/** Checks a module's files against each other and against what else there is. */
export function checkModule(files: ModuleFiles, known: KnownToModule, list: ProblemList) {
  const { module, lessons, form, activities, jobAid } = files
  const lengths = lessons.map(({ head, body }) => measureLesson({ ...head.data, markdown: body }))
  addFindings(module, refuseModule(files, lengths, known), list)
  const objectives = new Set(module.data.objectives.map(({ id }) => id))
  lessons.forEach((lesson, index) => {
    const length = lengths[index]
    addFindings(lesson.head, refuseHead(lesson.head.data, objectives), list)
    if (length) addFindings(lesson.head, refuseLessonMinutes(lesson.head.data.minutes, length), list)
    checkLessonText(lesson, 'lesson', known, list)
  })
  if (jobAid) checkLessonText(jobAid, 'job-aid', known, list)
  checkQuestions(files, objectives, known, list)
  if (form) checkForm(form, files, known, list)
  if (activities) checkActivities(activities, known, list)
}

function refuseModule(files: ModuleFiles, lengths: readonly LessonLength[], known: KnownToModule): Finding[] {
  const { slug, module, lessons, questions, form, activities } = files
  const served = {
    lessons: new Set(lessons.flatMap(({ head }) => head.data.objectives)),
    questions: new Set(questions.data.map(({ objective }) => objective)),
  }
  return [
    ...refuseModuleLinks(slug, module.data, known, served),
    ...refuseAssessment(module.data.assessment, questions.data),
    ...refuseObservation(module.data.observation, form !== undefined),
    ...refuseModuleHours(module.data, lengths, activities?.data ?? []),
  ]
}

function refuseHead({ objectives, see }: LessonHead, known: ReadonlySet<string>): Finding[] {
  return [
    ...objectives.flatMap((id, at) =>
      known.has(id) ? [] : [{ path: ['objectives', at], reason: `l’obiettivo ${id} non è del modulo` }],
    ),
    ...see.flatMap((id, at) => (guidePlaceOf(id) ? [] : [{ path: ['see', at], reason: `${id} non è nella guida` }])),
  ]
}

function checkQuestions(
  { module, questions }: ModuleFiles,
  objectives: ReadonlySet<string>,
  { facts }: Known,
  list: ProblemList,
) {
  const trained = trainedIds(module.data.trains)
  addFileFindings([questions], findDuplicates([questions], 'id'), list)
  addFindings(questions, refuseBank(questions.data), list)
  questions.data.forEach((question, index) => {
    const findings = [
      ...refuseQuestion(question),
      ...refuseQuestionPlace(question, objectives, trained),
      ...refuseTestedGround(question, [question.explanation], facts),
    ]
    addFindings(questions, findings.map(below(index)), list)
  })
}

function checkForm(form: ContentFile<FormFile>, { module }: ModuleFiles, { facts }: Known, list: ProblemList) {
  const taken = profiles.filter((profile) => module.data.hours[profile])
  const { criteria } = form.data
  addFindings(form, refuseForm(form.data, trainedIds(module.data.trains), taken), list)
  addFindings(form, findDuplicates([{ file: form.file, data: criteria }], 'id').map(below('criteria')), list)
  criteria.forEach(({ operatore = '', navigator = '', met, partly, notMet, ...criterion }, index) => {
    const findings = refuseGround(criterion, [operatore, navigator, met, partly, notMet], facts)
    addFindings(form, findings.map(below('criteria', index)), list)
  })
}

function checkActivities(activities: ContentFile<ActivityInFile[]>, { facts }: Known, list: ProblemList) {
  addFileFindings([activities], findDuplicates([activities], 'id'), list)
  activities.data.forEach((activity, index) => {
    const texts = [activity.purpose, ...activity.steps, activity.product, activity.trainer]
    addFindings(activities, refuseGround(activity, texts, facts).map(below(index)), list)
  })
}
