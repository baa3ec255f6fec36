import type { Act, EnrolledLearner, PlannedAttempt } from '~/cli/demo-history/acts'
import { recordPosting } from '~/features/administration/record-posting.server'
import { updatePerson } from '~/features/administration/update-person.server'
import { closeOverdueOf } from '~/features/assessments/close-overdue.server'
import { saveAnswer } from '~/features/assessments/save-answer.server'
import { startAttempt } from '~/features/assessments/start-attempt.server'
import { submitAttempt } from '~/features/assessments/submit-attempt.server'
import { unlockAssessment } from '~/features/assessments/unlock-assessment.server'
import type { Action } from '~/features/auth/rules/permission-matrix'
import { enrolPerson } from '~/features/enrolment/enrol-person.server'
import { leaveEnrolment } from '~/features/enrolment/leave-enrolment.server'
import { returnToEnrolment } from '~/features/enrolment/return-to-enrolment.server'
import { correctEvidence } from '~/features/evidence/correct-evidence.server'
import { recogniseEvidence } from '~/features/evidence/recognise-evidence.server'
import { completeLesson } from '~/features/learning/complete-lesson.server'
import type { Result } from '~/lib/result'
import { database } from '~/platform/database/client.server'
import { drawnQuestions } from './attempts'
import * as field from './field-commands'
import { authority } from './people'

/** The right option of every question of tests/setup/plans. */
const rightOption = 'a'

/**
 * Plays acts through the product's own commands, one by one, as the people of a running site would. The ids that the
 * acts carry are the writer's: what a command makes gets its own, kept here by the act's.
 */
export class CommandPlayer {
  readonly #ids = new Map<string, string>()
  readonly #overturned = new Set<string>()
  /** The seeds that the product drew, by the id of the planned attempt. */
  readonly seeds = new Map<string, string>()

  async play(acts: readonly Act[]): Promise<void> {
    for (const act of acts) await this.#play(act)
  }

  async #play(act: Act): Promise<void> {
    const { at } = act
    switch (act.kind) {
      case 'enrolled': {
        const by = this.#by('enrolment.write', act.byId, at)
        this.#ids.set(act.learner.enrolmentId, must(await enrolPerson(by, act.learner.personId)))
        return
      }
      case 'left':
        must(await leaveEnrolment(this.#by('enrolment.write', act.byId, at), this.#of(act.learner), act.reason))
        return
      case 'returned':
        must(await returnToEnrolment(this.#by('enrolment.write', act.byId, at), this.#of(act.learner)))
        return
      case 'moved':
        return this.#move(act)
      case 'posted': {
        const { id, ...posting } = act.posting
        const { personId } = act.learner
        this.#ids.set(id, must(await recordPosting(this.#by('people.write', act.byId, at), { personId, ...posting })))
        return
      }
      case 'lesson': {
        const { learner, module, lesson } = act
        must(await completeLesson(this.#by('learning.follow', learner.personId, at), { module, lesson }))
        return
      }
      case 'attempt-started': {
        const { id, learner, module } = act.attempt
        const attemptId = must(await startAttempt(this.#by('learning.follow', learner.personId, at), module))
        this.#ids.set(id, attemptId)
        const { seed } = await database.attempt.findUniqueOrThrow({ where: { id: attemptId } })
        this.seeds.set(id, seed)
        return
      }
      case 'attempt-ended':
        return this.#endAttempt(act.attempt, at)
      case 'unlocked': {
        const { learner, module: moduleSlug, reason } = act
        const wanted = { enrolmentId: this.#of(learner), moduleSlug, reason }
        must(await unlockAssessment(this.#by('assessment.unlock', act.byId, at), wanted))
        return
      }
      case 'recognised': {
        const { key, learner, module: moduleSlug, byId, ...wanted } = act.recognition
        const recognition = { enrolmentId: this.#of(learner), moduleSlug, ...wanted }
        const by = this.#by('evidence.recognise', byId, at)
        this.#ids.set(key, must(await recogniseEvidence(by, recognition)))
        return
      }
      case 'recognition-corrected': {
        const { key, learner, byId } = act.recognition
        const wanted = { enrolmentId: this.#of(learner), evidenceId: this.#id(key), minutes: act.minutes }
        must(await correctEvidence(this.#by('evidence.recognise', byId, at), { ...wanted, reason: act.reason }))
        return
      }
      default:
        return this.#playInTheField(act)
    }
  }

  /** What happens at work and in class. */
  async #playInTheField(act: Act): Promise<void> {
    const { at } = act
    switch (act.kind) {
      case 'observation-signed': {
        const { observation } = act
        const correctsId = observation.corrects ? this.#id(observation.corrects.id) : null
        const { earlierAction: earlier } = observation.body
        const earlierAction = earlier && { ...earlier, observationId: this.#id(earlier.observationId) }
        const wanted = { ...observation, body: { ...observation.body, ...(earlierAction && { earlierAction }) } }
        const signed = await field.signObservation(this.#learner(observation.learner), wanted, correctsId, at)
        this.#ids.set(observation.id, signed)
        return
      }
      case 'observation-voided':
        // Overturning has voided it already.
        if (this.#overturned.has(act.observation.id)) return
        return field.voidObservation(act, this.#id(act.observation.id))
      case 'observation-answered':
        if (act.verdict === 'overturned') this.#overturned.add(act.observation.id)
        return field.answerObservation(act, this.#id(act.observation.id))
      case 'self-assessed':
        return field.assessSelf(act)
      case 'practice-logged':
        this.#ids.set(act.practice.id, await field.logPractice(act.practice, at))
        return
      case 'practice-decided':
        return field.decidePractice(act, this.#id(act.practice.id))
      case 'register-signed': {
        const { register } = act
        const rows = register.body.rows.map((row) => ({ ...row, enrolmentId: this.#id(row.enrolmentId) }))
        const correctsId = register.corrects ? this.#id(register.corrects.id) : null
        this.#ids.set(register.id, await field.signRegister(register, rows, correctsId, at))
        return
      }
      case 'register-voided':
        return field.voidRegister(act, this.#id(act.register.id))
      default:
        throw new Error(`No way to play ${act.kind}`)
    }
  }

  async #move({ learner, entryId, byId, at }: Extract<Act, { kind: 'moved' }>) {
    const row = await database.person.findUniqueOrThrow({ where: { id: learner.personId } })
    const { email, firstName, lastName, revision } = row
    const wanted = { email, firstName, lastName, profile: learner.profile, homeEntryId: entryId }
    must(await updatePerson(this.#by('people.write', byId, at), learner.personId, revision, wanted))
  }

  async #endAttempt({ id, learner, answers, closedBy }: PlannedAttempt, at: Date) {
    const attemptId = this.#id(id)
    for (const { position, optionOrder } of await drawnQuestions(attemptId)) {
      const planned = answers[position - 1]
      if (!planned || (planned.given === 'none' && !planned.flagged)) continue
      const options = {
        right: rightOption,
        wrong: optionOrder.find((option) => option !== rightOption),
        none: undefined,
      }
      const chosen = options[planned.given]
      const choice = chosen === undefined ? null : optionOrder.indexOf(chosen) + 1
      const by = this.#by('learning.follow', learner.personId, planned.at)
      must(await saveAnswer(by, { attemptId, position, choice, flagged: planned.flagged }))
    }
    if (closedBy === 'time') await closeOverdueOf(this.#of(learner), at)
    else must(await submitAttempt(this.#by('learning.follow', learner.personId, at), attemptId))
  }

  #by<A extends Action>(action: A, actorId: string, at: Date) {
    return { ...authority(action, { actorId }, at), requestId: 'CLI-DEMO' }
  }

  #learner({ personId, enrolmentId }: EnrolledLearner) {
    return { personId, enrolmentId: this.#id(enrolmentId) }
  }

  #of(learner: EnrolledLearner) {
    return this.#id(learner.enrolmentId)
  }

  #id(planned: string): string {
    const id = this.#ids.get(planned)
    if (!id) throw new Error(`Nothing was made yet for ${planned}`)
    return id
  }
}

function must<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value
  throw new Error(`${result.reason}: ${result.message}`)
}
