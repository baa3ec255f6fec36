import { randomUUID } from 'node:crypto'
import { draw } from '~/features/assessments/rules/draw'
import { score } from '~/features/assessments/rules/scoring'
import { closesAt, dueAtOf } from '~/features/assessments/rules/time'
import { testLength } from '~/features/curriculum/rules/blueprint'
import type { FrozenModule } from '~/features/training-plan/frozen-plan'
import { dayOf } from '~/lib/dates'
import type { EnrolledLearner, PlannedAttempt } from './acts'
import { type Ledger, requestId } from './ledger'
import { addEvidence, type Standing } from './standing'

/** In the log, what time does has no request of its own (assessments/close-overdue). */
const timeRequestId = 'TIME'
/** How many attempts a trainer gives at once (assessments/unlock-assessment). */
const attemptsGiven = 1

/** The right option of each question, by the question's hash. */
export type Keys = ReadonlyMap<string, string>

export function startAttempt(ledger: Ledger, { id, learner, module, number, startedAt }: PlannedAttempt): void {
  const { personId } = learner
  const payload = { attempt: id, module, number }
  ledger.audit({ at: startedAt, actorId: personId, action: 'assessment.start', objectId: personId, payload })
}

/**
 * Writes an attempt with what was drawn and answered, scored, and its evidence when it is passed.
 * @param at when it was handed in, or when it was noticed that its time was over
 */
export function endAttempt(
  ledger: Ledger,
  standing: Standing,
  { slug, final, assessment, questions }: FrozenModule,
  keys: Keys,
  attempt: PlannedAttempt,
  at: Date,
): void {
  const { id, number, seed, startedAt, answers, closedBy } = attempt
  const { enrolmentId, personId } = standing.learner
  const { blueprint, cut, timeLimitMinutes } = assessment
  const seen = standing.seen.get(slug) ?? new Map<string, number>()
  standing.seen.set(slug, seen)
  const seenBefore = final ? sumOfCounts([...standing.seen.values()]) : seen
  const dueAt = dueAtOf(startedAt, timeLimitMinutes)
  const total = testLength(blueprint)
  const openKey = `${enrolmentId} ${slug}`
  const drawn = draw(seed, blueprint, questions, seenBefore).map(({ hash, optionOrder }, index) => {
    const { given, ...answer } = answers[index] ?? { given: 'none' }
    const key = keys.get(hash) ?? ''
    return { position: index + 1, hash, optionOrder, key, answer: answerOf(given, key, optionOrder), ...answer }
  })
  const { correct, passed, right } = score(drawn, cut)

  ledger.add('Attempt', {
    ...{ id, enrolmentId, moduleSlug: slug, number, seed, startedAt, dueAt, total, cut },
    openKey: `${openKey} ${number}`,
  })
  for (const { position, hash, optionOrder, answer, ...rest } of drawn) {
    seen.set(hash, (seen.get(hash) ?? 0) + 1)
    ledger.add('AttemptQuestion', {
      attemptId: id,
      position,
      questionHash: hash,
      optionOrder: JSON.stringify(optionOrder),
      answer,
      answeredAt: answer === null ? null : rest.at,
      flagged: rest.flagged ?? false,
      correct: right.includes(position),
    })
  }
  const byTime = closedBy === 'time' && dueAt
  const submittedAt = byTime ? closesAt(dueAt) : at
  ledger.endAttempt(id, { at: submittedAt, by: closedBy, correct, passed })
  const actorId = byTime ? null : personId
  const request = byTime ? timeRequestId : requestId
  const payload = { attempt: id, module: slug, number, closedBy }
  ledger.audit({ at, actorId, requestId: request, action: 'assessment.submit', objectId: personId, payload })
  if (passed) {
    const evidence = { module: slug, kind: 'assessment' as const, subject: id, occurredOn: dayOf(submittedAt) }
    addEvidence(ledger, standing, { actorId, at, requestId: request }, evidence)
  }
}

export function unlock(
  ledger: Ledger,
  act: { learner: EnrolledLearner; module: string; byId: string; reason: string; at: Date },
): void {
  const { learner, module, byId, reason, at } = act
  const row = { id: randomUUID(), enrolmentId: learner.enrolmentId, moduleSlug: module, byId, at }
  ledger.add('AssessmentUnlock', { ...row, attempts: attemptsGiven, reason })
  const payload = { unlock: row.id, module, attempts: attemptsGiven }
  ledger.audit({ at, actorId: byId, action: 'assessment.unlock', objectId: learner.personId, payload })
}

/** The final test looks at what was asked in any test (assessments/start-attempt). */
function sumOfCounts(all: readonly ReadonlyMap<string, number>[]) {
  const sums = new Map<string, number>()
  for (const [hash, times] of all.flatMap((counts) => [...counts])) sums.set(hash, (sums.get(hash) ?? 0) + times)
  return sums
}

function answerOf(given: 'right' | 'wrong' | 'none', key: string, options: readonly string[]) {
  if (given === 'none') return null
  return given === 'right' ? key : (options.find((option) => option !== key) ?? null)
}
