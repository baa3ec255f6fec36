// Complete observation drafts of the demo's trainer, ready to be signed, for what is measured from outside.
// tsx tests/setup/observation-drafts.ts <count>, with DATABASE_URL; the demo must have been loaded with its history.
// Prints JSON: the id of each, and the criteria of its form. Written straight into the table: one draft more or less of
// the same learner is no matter for a measurement.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Profile } from '~/features/auth/rules/profiles'
import type { ObservationBody } from '~/features/observations/rules/observation'
import { criteriaOf } from '~/features/observations/rules/outcome'
import { findPlanInForce, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { dayOf } from '~/lib/dates'
import { closeDatabase, database, transact } from '~/platform/database/client.server'

const { positionals } = parseArgs({ allowPositionals: true })
const count = Number(positionals[0] ?? 1)
const now = new Date()
const inForce = await findPlanInForce()
const trainer = await database.person.findUnique({ where: { email: 'formatore@rotta.example' }, select: { id: true } })
if (!inForce || !trainer) throw new Error('The demo is not there')
const observed = (await frozenPlan(inForce.id)).modules.filter((module) => module.form && module.observation)
const learners = await database.enrolment.findMany({
  where: { activeKey: { gt: '' }, versionId: inForce.id, person: { homeEntryId: { gte: 'CO.', lt: 'CO/' } } },
  select: { id: true, profile: true },
  take: count,
})

const drafts = Array.from({ length: count }, (_, index) => {
  const learner = learners[index % learners.length]
  const module = observed[index % observed.length]
  if (!learner || !module?.form) throw new Error('Nobody in Como is observed')
  const criteria = criteriaOf(module.form, learner.profile as Profile).map(({ id }) => id)
  const body: ObservationBody = {
    ratings: Object.fromEntries(criteria.map((id) => [id, { rating: 'met' as const }])),
    level: 4,
    strength: 'Ha spiegato i passi con parole semplici.',
    change: 'Rileggere con la persona prima di salvare.',
    action: 'Preparare un promemoria di una pagina.',
    actionOn: dayOf(now),
  }
  const written = { kind: 'simulation', observedOn: dayOf(now), ...body }
  const row = { id: randomUUID(), enrolmentId: learner.id, moduleSlug: module.slug, observerId: trainer.id }
  return { criteria, row: { ...row, body: JSON.stringify(written), createdAt: now, updatedAt: now } }
})
await transact((tx) => tx.observationDraft.createMany({ data: drafts.map(({ row }) => row) }))
await closeDatabase()
console.log(JSON.stringify(drafts.map(({ criteria, row }) => ({ id: row.id, criteria }))))
