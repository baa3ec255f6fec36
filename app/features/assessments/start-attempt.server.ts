import { randomBytes, randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { testLength } from '~/features/curriculum/rules/blueprint'
import { findActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import type { FrozenModule } from '~/features/training-plan/frozen-plan'
import { frozenPlan, testedModuleOf } from '~/features/training-plan/frozen-plan.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { type Transaction, transact } from '~/platform/database/client.server'
import { closeOverdueIn } from './close-overdue.server'
import { readAssessmentFacts } from './read-assessment-facts.server'
import { type AssessmentState, assessmentState } from './rules/assessment-state'
import { draw } from './rules/draw'
import { seedBytes } from './rules/seeded-random'
import { dueAtOf } from './rules/time'

/** Why no attempt begins. */
export type StartRefusal = 'absent' | Exclude<AssessmentState['kind'], 'ready' | 'in-progress'>

const sentences: Record<StartRefusal, string> = {
  absent: 'Questo test non è nel tuo piano',
  'lessons-first': 'Prima leggi tutte le lezioni del modulo: poi il test si apre',
  'prerequisites-first': 'Prima supera i test dei moduli che vengono prima: poi il test si apre',
  waiting: 'Il test non è ancora aperto: guarda qui sotto da quando puoi rifarlo',
  exhausted: 'Hai usato tutti i tentativi: per averne un altro rivolgiti a un formatore della tua provincia',
  passed: 'Hai già superato questo test',
}

/**
 * Begins an attempt at a module's test: draws its questions from the frozen version and stores them with the seed.
 * There is one open attempt at a time: whoever begins again, from another tab too, gets that one.
 * @returns the attempt's id; `absent` (no such module in the plan that the person follows now), or where they stand
 */
export async function startAttempt(
  by: Authorised<'learning.follow'>,
  moduleSlug: string,
): Promise<Result<string, StartRefusal>> {
  const personId = by.actorId
  const enrolment = personId ? await findActiveEnrolment(personId) : null
  const plan = enrolment && (await frozenPlan(enrolment.versionId))
  const module = plan ? testedModuleOf(plan, moduleSlug) : undefined
  if (!personId || !enrolment || !plan || !module) return refusal('absent', sentences.absent)
  return transact(async (tx) => {
    const followed = await tx.enrolment.findUnique({ where: { activeKey: personId }, select: { id: true } })
    if (followed?.id !== enrolment.id) return refusal('absent', sentences.absent)
    await closeOverdueIn(tx, enrolment.id, by.now)
    const facts = (await readAssessmentFacts(tx, enrolment, plan)).get(moduleSlug)
    if (!facts) return refusal('absent', sentences.absent)
    const state = assessmentState(facts, by.now)
    if (state.kind === 'in-progress') return success(state.attemptId)
    if (state.kind !== 'ready') return refusal(state.kind, sentences[state.kind])

    const id = await createAttempt(tx, { enrolmentId: enrolment.id, personId, number: state.number }, module, by.now)
    const { actorId, requestId } = by
    const act = { actorId, requestId, action: 'assessment.start', objectType: 'person', objectId: personId }
    await writeAudit(tx, { ...act, payload: { attempt: id, module: moduleSlug, number: state.number } }, by.now)
    return success(id)
  })
}

async function createAttempt(
  tx: Transaction,
  { enrolmentId, personId, number }: { enrolmentId: string; personId: string; number: number },
  { slug, final, assessment, questions }: FrozenModule,
  now: Date,
): Promise<string> {
  const { blueprint, cut, timeLimitMinutes } = assessment
  const seed = randomBytes(seedBytes).toString('hex')
  const drawn = draw(seed, blueprint, questions, await readSeen(tx, personId, final ? null : slug))
  const attemptId = randomUUID()
  await tx.attempt.create({
    data: {
      id: attemptId,
      enrolmentId,
      moduleSlug: slug,
      number,
      seed,
      startedAt: now,
      dueAt: dueAtOf(now, timeLimitMinutes),
      total: testLength(blueprint),
      cut,
      openKey: `${enrolmentId} ${slug}`,
    },
    select: { id: true },
  })
  await tx.attemptQuestion.createMany({
    data: drawn.map(({ hash, optionOrder }, index) => ({
      attemptId,
      position: index + 1,
      questionHash: hash,
      optionOrder: JSON.stringify(optionOrder),
    })),
  })
  return attemptId
}

/**
 * How often a person was given each question, in earlier enrolments too: a question is its hash.
 * @param moduleSlug in the test of that module; null in any test, which is what the final one looks at
 */
async function readSeen(tx: Transaction, personId: string, moduleSlug: string | null): Promise<Map<string, number>> {
  const attempts = await tx.attempt.findMany({
    where: { ...(moduleSlug !== null && { moduleSlug }), enrolment: { personId } },
    select: { questions: { select: { questionHash: true } } },
  })
  const seen = new Map<string, number>()
  for (const { questionHash } of attempts.flatMap(({ questions }) => questions)) {
    seen.set(questionHash, (seen.get(questionHash) ?? 0) + 1)
  }
  return seen
}
