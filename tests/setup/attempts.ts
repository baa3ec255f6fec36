import { saveAnswer } from '~/features/assessments/save-answer.server'
import { startAttempt } from '~/features/assessments/start-attempt.server'
import { submitAttempt } from '~/features/assessments/submit-attempt.server'
import { recordEvidence } from '~/features/evidence/record-evidence.server'
import type { PlanModule } from '~/features/training-plan/rules/plan-document'
import { dayOf } from '~/lib/dates'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from './enrolments'
import { authority } from './people'
import { makePlan, someModule } from './plans'

let plans = 0

/**
 * A learner who has read the lessons of every module of an approved plan of their own, so that its tests are open.
 * @param traits.lessonsRead false leaves the lessons for later
 */
export async function learnerBeforeTest({
  modules = [someModule({ slug: 'primo' })],
  homeEntryId,
  lessonsRead = true,
  at = new Date(),
}: {
  modules?: PlanModule[]
  homeEntryId?: string
  lessonsRead?: boolean
  at?: Date
} = {}) {
  // Each plan is approved after the one before it, so that it is in force when its learner is enrolled.
  plans += 1
  const { versionId } = await makePlan({ modules, at: new Date(Date.now() + plans) })
  const enrolled = await enrol({ versionId, homeEntryId, at })
  await transact(async (tx) => {
    for (const { slug, lessons, hours } of modules) {
      for (const lesson of lessonsRead && hours.navigator ? lessons : []) {
        const evidence = { moduleSlug: slug, kind: 'lesson' as const, subject: lesson.slug, occurredOn: dayOf(at) }
        await recordEvidence(
          tx,
          { actorId: enrolled.personId, requestId: 'TEST-0000', now: at },
          { enrolmentId: enrolled.enrolmentId, ...evidence },
        )
      }
    }
  })
  return { ...enrolled, versionId }
}

/** The authority of a learner over their own plan, at a moment. */
export function learnerAt(personId: string, now = new Date()) {
  return authority('learning.follow', { actorId: personId }, now)
}

/** Begins an attempt. */
export async function start(personId: string, now = new Date(), module = 'primo'): Promise<string> {
  const started = await startAttempt(learnerAt(personId, now), module)
  if (!started.ok) throw new Error(started.message)
  return started.value
}

/** Answers the first `right` questions of an attempt right and the others wrong; the key is always "a". */
export async function answer(personId: string, attemptId: string, right: number, now = new Date()): Promise<void> {
  for (const { position, optionOrder } of await drawnQuestions(attemptId)) {
    const choice = optionOrder.indexOf(position <= right ? 'a' : 'b') + 1
    const saved = await saveAnswer(learnerAt(personId, now), { attemptId, position, choice, flagged: false })
    if (!saved.ok) throw new Error(saved.message)
  }
}

/** A whole attempt, begun and handed in at one moment. */
export async function takeTest(personId: string, right: number, now = new Date(), module = 'primo'): Promise<string> {
  const attemptId = await start(personId, now, module)
  await answer(personId, attemptId, right, now)
  const submitted = await submitAttempt(learnerAt(personId, now), attemptId)
  if (!submitted.ok) throw new Error(submitted.message)
  return attemptId
}

/** The questions of an attempt as they were drawn. */
export async function drawnQuestions(attemptId: string) {
  const rows = await database.attemptQuestion.findMany({ where: { attemptId }, orderBy: { position: 'asc' } })
  return rows.map((row) => ({ ...row, optionOrder: JSON.parse(row.optionOrder) as string[] }))
}
