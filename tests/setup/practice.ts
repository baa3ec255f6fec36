import type { Profile } from '~/features/auth/rules/profiles'
import { validatePractice } from '~/features/practice/decide-practice.server'
import { logPractice, type NewPractice } from '~/features/practice/log-practice.server'
import type { PlanModule } from '~/features/training-plan/rules/plan-document'
import { dayOf } from '~/lib/dates'
import { authority } from './people'
import { someModule } from './plans'

type Traits = Partial<PlanModule> & { slug: string; onTheJob?: number; classroom?: number; remote?: number }

/** A module with hours that somebody records: on the job and in class, of both profiles, F3.1 and F3.C1 to practise. */
export function practicalModule({ onTheJob = 12, classroom = 4, remote = 0, ...traits }: Traits): PlanModule {
  const hours = { online: 1, classroom, remote, collaborative: 2, onTheJob }
  const trains = { tasks: ['F3.1'], acts: ['F3.C1', 'F3.C2'], leps: [], topics: [], areas: [] }
  return someModule({ hours: { navigator: hours, operatore: hours }, trains, ...traits })
}

type Learner = { personId: string; profile?: Profile }

/** Practice logged by the product's own command: unless said, an hour and a half of today, with an operator. */
export function tryToLog(
  { personId, profile = 'navigator' }: Learner,
  change: Partial<NewPractice> = {},
  now = new Date(),
) {
  const tasks = profile === 'navigator' ? ['F3.1'] : ['F3.C1']
  const practice = { moduleSlug: 'primo', heldOn: dayOf(now), minutes: 90, tasks, alongside: 'operatore' as const }
  return logPractice(authority('learning.follow', { actorId: personId }, now), { ...practice, ...change })
}

/** As tryToLog, where nothing is refused. */
export async function log(learner: Learner, change: Partial<NewPractice> = {}, now = new Date()): Promise<string> {
  const logged = await tryToLog(learner, change, now)
  if (!logged.ok) throw new Error(logged.message)
  return logged.value
}

/** Validates practice as a trainer of the whole region. */
export async function validateAll(trainerId: string, entryIds: string[], now = new Date()): Promise<void> {
  const validated = await validatePractice(authority('practice.validate', { actorId: trainerId }, now), entryIds)
  if (!validated.ok || validated.value.validated !== entryIds.length) throw new Error('Not all was validated')
}
