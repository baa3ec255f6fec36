import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { findKeys, testedModuleOf } from '~/features/training-plan/frozen-plan.server'
import { dayOf } from '~/lib/dates'
import type { Transaction } from '~/platform/database/client.server'
import type { Act, EnrolledLearner } from './acts'
import { Ledger } from './ledger'
import { endAttempt, type Keys, startAttempt, unlock } from './play-attempts'
import { correctRecognition, enrol, leaveOrReturn, move, post, recognise } from './play-enrolment'
import {
  addPracticeEntry,
  decidePractice,
  type Held,
  type LoggedPractice,
  logPractice,
  signRegister,
  voidRegister,
} from './play-hours'
import { answerObservation, assessSelf, signObservation, voidObservation } from './play-observations'
import { settleStandings } from './settle-standings'
import { addEvidence, type Standing, standingOf } from './standing'

/**
 * Plays acts into the database as the product's own commands would have left it, some thousands of rows per statement:
 * chains, evidence and audit rows act by act, in their order; what the evidence adds up to once, at the end, by the
 * product's own fold. A test plays the same acts through the commands and compares (history-parity.test.ts).
 */
export class HistoryWriter {
  readonly #standings = new Map<string, Standing>()
  readonly #practice = new Map<string, LoggedPractice>()
  readonly #decisions: ReturnType<typeof decidePractice>[] = []
  readonly #registers = new Map<string, Held>()
  readonly #recognitions = new Map<string, string>()

  private constructor(
    private readonly tx: Transaction,
    private readonly ledger: Ledger,
    private readonly plan: FrozenPlan,
    private readonly keys: Keys,
  ) {}

  /** @param plan the version that everybody follows */
  static async open(tx: Transaction, plan: FrozenPlan): Promise<HistoryWriter> {
    return new HistoryWriter(tx, await Ledger.open(tx), plan, await readKeys(tx, plan))
  }

  /** Rows that are no act of a learner. */
  get rows(): Pick<Ledger, 'add' | 'audit'> {
    return this.ledger
  }

  /** Plays acts in the order in which they are given: that of their moments. */
  async play(acts: Iterable<Act>): Promise<void> {
    for (const act of acts) {
      this.#play(act)
      if (this.ledger.isFull) await this.ledger.flush()
    }
  }

  /** Writes what the acts add up to. */
  async finish(): Promise<void> {
    for (const logged of this.#practice.values()) addPracticeEntry(this.ledger, logged)
    for (const decision of this.#decisions) this.ledger.add('PracticeDecision', decision)
    await this.ledger.flush()
    await settleStandings(this.tx, this.ledger, this.plan, [...this.#standings.values()])
  }

  #play(act: Act) {
    const { ledger } = this
    switch (act.kind) {
      case 'enrolled':
        this.#standings.set(act.learner.enrolmentId, standingOf(act.learner))
        return enrol(ledger, this.plan.versionId, act)
      case 'left':
      case 'returned':
        return leaveOrReturn(ledger, this.#of(act.learner), act)
      case 'moved':
        return move(ledger, this.#of(act.learner), act)
      case 'posted':
        return post(ledger, act)
      case 'lesson': {
        const { learner, module, lesson, at } = act
        const read = { module, kind: 'lesson' as const, subject: lesson, occurredOn: dayOf(at) }
        return addEvidence(ledger, this.#of(learner), { actorId: learner.personId, at }, read)
      }
      case 'attempt-started':
        return startAttempt(ledger, act.attempt)
      case 'attempt-ended': {
        const { attempt, at } = act
        return endAttempt(ledger, this.#of(attempt.learner), this.#module(attempt.module), this.keys, attempt, at)
      }
      case 'unlocked':
        return unlock(ledger, act)
      case 'practice-logged':
        return this.#practice.set(act.practice.id, logPractice(ledger, act.practice, act.at))
      case 'practice-decided':
        return this.#decide(act)
      case 'register-signed': {
        const { register, at } = act
        const before = register.corrects && this.#registers.get(register.corrects.id)
        const held = signRegister(ledger, (learner) => this.#of(learner), register, at, before)
        return this.#registers.set(register.id, held)
      }
      case 'register-voided': {
        const before = this.#registers.get(act.register.id) ?? new Map()
        return voidRegister(ledger, (learner) => this.#of(learner), act, before)
      }
      case 'observation-signed': {
        const { observation, at } = act
        const module = this.#module(observation.module)
        return signObservation(ledger, this.#of(observation.learner), module, observation, at)
      }
      case 'observation-voided': {
        const { learner, module } = act.observation
        return voidObservation(ledger, this.#of(learner), this.#module(module), act)
      }
      case 'observation-answered':
        return answerObservation(ledger, this.#of(act.observation.learner), act)
      case 'self-assessed':
        return assessSelf(ledger, act)
      case 'recognised': {
        const { recognition, at } = act
        const id = recognise(ledger, this.#of(recognition.learner), recognition, at)
        return this.#recognitions.set(recognition.key, id)
      }
      case 'recognition-corrected': {
        const { learner, key } = act.recognition
        return correctRecognition(ledger, this.#of(learner), act, this.#recognitions.get(key))
      }
      default:
        return act satisfies never
    }
  }

  #decide(act: Extract<Act, { kind: 'practice-decided' }>) {
    const logged = this.#practice.get(act.practice.id)
    if (!logged) throw new Error(`Practice ${act.practice.id} was decided before it was logged`)
    this.#decisions.push(decidePractice(this.ledger, this.#of(act.practice.learner), logged, act))
  }

  #of(learner: EnrolledLearner): Standing {
    const standing = this.#standings.get(learner.enrolmentId)
    if (!standing) throw new Error(`${learner.enrolmentId} acts before the enrolment`)
    return standing
  }

  #module(slug: string) {
    const module = testedModuleOf(this.plan, slug)
    if (!module) throw new Error(`No module ${slug} in the plan`)
    return module
  }
}

async function readKeys(tx: Transaction, plan: FrozenPlan): Promise<Keys> {
  const questions = plan.modules.flatMap((module) => module.questions)
  const keys = await findKeys(
    tx,
    questions.map(({ keyDigest }) => keyDigest),
  )
  return new Map(questions.map(({ hash, keyDigest }) => [hash, keys.get(keyDigest)?.option ?? '']))
}
