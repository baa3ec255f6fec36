// People in the middle of a test, for what is measured and broken from outside: the bench and the killed server.
// tsx tests/setup/open-attempts.ts <count>, with DATABASE_URL; the plan in force must have been loaded (demo load).
// Prints JSON: for each, the Cookie header of a session and the address of the attempt. Made by the product's own
// commands, but for the people themselves.
import { parseArgs } from 'node:util'
import { startAttempt } from '~/features/assessments/start-attempt.server'
import { startSession } from '~/features/auth/lucia.server'
import { enrolPerson } from '~/features/enrolment/enrol-person.server'
import { recordEvidence } from '~/features/evidence/record-evidence.server'
import { findPlanInForce, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { dayOf } from '~/lib/dates'
import { closeDatabase, database, transact } from '~/platform/database/client.server'
import { authority, makePerson } from './people'

const { positionals } = parseArgs({ allowPositionals: true })
const count = Number(positionals[0] ?? 1)
const now = new Date()
const inForce = await findPlanInForce()
if (!inForce) throw new Error('No plan is in force')
const plan = await frozenPlan(inForce.id)
const [module] = plan.modules
if (!module) throw new Error('The plan has no module')
const homeEntryId = 'CO.cpi-como'

const opened: { cookie: string; attempt: string; questions: number; lesson: string }[] = []
for (let index = 0; index < count; index += 1) {
  const scope = { kind: 'entry', entry: homeEntryId, province: 'CO' } as const
  const person = await makePerson({ profile: 'navigator', homeEntryId, roles: [{ role: 'learner', scope }] })
  const enrolled = await enrolPerson(authority('enrolment.write', {}, now), person.id)
  if (!enrolled.ok) throw new Error(enrolled.message)
  const cookie = await transact(async (tx) => {
    for (const { slug } of module.lessons) {
      const lesson = { enrolmentId: enrolled.value, moduleSlug: module.slug, kind: 'lesson' as const, subject: slug }
      const actor = { actorId: person.id, requestId: 'TEST-0000', now }
      await recordEvidence(tx, actor, { ...lesson, occurredOn: dayOf(now) })
    }
    return startSession(tx, person.id, 'Prova', now)
  })
  const started = await startAttempt(authority('learning.follow', { actorId: person.id }, now), module.slug)
  if (!started.ok) throw new Error(started.message)
  opened.push({
    cookie: cookie.split(';', 1)[0] ?? '',
    attempt: started.value,
    questions: await database.attemptQuestion.count({ where: { attemptId: started.value } }),
    lesson: `/moduli/${module.slug}/lezioni/${module.lessons[0]?.slug}`,
  })
}
await closeDatabase()
console.log(JSON.stringify(opened))
