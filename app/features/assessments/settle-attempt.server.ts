import { recordEvidence } from '~/features/evidence/record-evidence.server'
import { findKeys, frozenPlan, testedModuleOf } from '~/features/training-plan/frozen-plan.server'
import { dayOf } from '~/lib/dates'
import { writeAudit } from '~/platform/audit/write-audit.server'
import type { Transaction } from '~/platform/database/client.server'
import { score } from './rules/scoring'

/** Who closes an attempt, for log and evidence: nobody when time does. */
export type Closing = { by: 'learner' | 'time'; at: Date; actorId: string | null; requestId: string; now: Date }

/** How an attempt ended. */
export type Outcome = { correct: number; passed: boolean; closedBy: 'learner' | 'time'; submittedAt: Date }

/**
 * Ends an open attempt: scores what was saved with the frozen keys, closes it, and records the evidence when it is
 * passed, all in the transaction of the caller. The log names the attempt and tells nothing of its outcome, which
 * those who read the log may not see.
 * @throws when the attempt is closed already: the caller has looked, in this transaction
 */
export async function settleAttempt(tx: Transaction, attemptId: string, closing: Closing): Promise<Outcome> {
  const attempt = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      enrolmentId: true,
      moduleSlug: true,
      number: true,
      cut: true,
      enrolment: { select: { personId: true, versionId: true } },
      questions: { select: { position: true, questionHash: true, answer: true } },
    },
  })
  const { enrolmentId, moduleSlug, number, cut, enrolment, questions } = attempt
  const keys = await keysByQuestion(tx, enrolment.versionId, moduleSlug, questions)
  const { correct, passed, right } = score(
    questions.map(({ position, questionHash, answer }) => ({ position, answer, key: keys.get(questionHash) ?? '' })),
    cut,
  )
  await tx.attemptQuestion.updateMany({ where: { attemptId }, data: { correct: false } })
  await tx.attemptQuestion.updateMany({ where: { attemptId, position: { in: right } }, data: { correct: true } })
  const { by: closedBy, at: submittedAt, actorId, requestId, now } = closing
  await tx.attempt.update({
    where: { id: attemptId },
    data: { submittedAt, closedBy, correct, passed, openKey: null },
    select: { id: true },
  })
  const payload = { attempt: attemptId, module: moduleSlug, number, closedBy }
  const act = { actorId, requestId, action: 'assessment.submit', objectType: 'person', objectId: enrolment.personId }
  await writeAudit(tx, { ...act, payload }, now)
  if (passed) {
    const occurredOn = dayOf(submittedAt)
    await recordEvidence(
      tx,
      { actorId, requestId, now },
      { enrolmentId, moduleSlug, kind: 'assessment', subject: attemptId, occurredOn },
    )
  }
  return { correct, passed, closedBy, submittedAt }
}

/** The right option of each question, by the question's hash. */
async function keysByQuestion(
  tx: Transaction,
  versionId: string,
  moduleSlug: string,
  drawn: readonly { questionHash: string }[],
): Promise<Map<string, string>> {
  // Frozen rows never change, so the plan is not read through the transaction; the keys are never kept in memory.
  const plan = await frozenPlan(versionId)
  const hashes = new Set(drawn.map(({ questionHash }) => questionHash))
  const questions = testedModuleOf(plan, moduleSlug)?.questions.filter(({ hash }) => hashes.has(hash)) ?? []
  const keys = await findKeys(
    tx,
    questions.map(({ keyDigest }) => keyDigest),
  )
  const options = new Map(
    questions.flatMap(({ hash, keyDigest }) => {
      const key = keys.get(keyDigest)
      return key ? [[hash, key.option] as const] : []
    }),
  )
  if (options.size < hashes.size) throw new Error(`Keys are missing for questions of ${moduleSlug} in ${versionId}`)
  return options
}
