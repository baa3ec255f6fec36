import type { Profile } from '~/features/auth/rules/profiles'
import type { EvidenceKind } from '~/features/evidence/rules/evidence'
import { foldEvidence, planCompletedAt } from '~/features/evidence/rules/fold'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { dayOf } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import { byHand } from './by-hand'

type Counts = Record<string, number>

/** All progress folded again from the evidence of everybody, to be compared with what is stored. */
export async function foldedAgain() {
  const evidence = await database.evidence.findMany({ orderBy: { seq: 'asc' } })
  const rows = new Map<string, typeof evidence>()
  for (const row of evidence) {
    const key = `${row.enrolmentId} ${row.moduleSlug}`
    const known = rows.get(key)
    if (known) known.push(row)
    else rows.set(key, [row])
  }
  const modules: Record<string, unknown> = {}
  const completions: Record<string, string | null> = {}
  for (const { id, profile, versionId } of await database.enrolment.findMany()) {
    const plan = await frozenPlan(versionId)
    const completed = plan.modules.flatMap((module) => {
      const requirements = requirementsOf(module, profile as Profile)
      if (!requirements) return []
      const own = rows.get(`${id} ${module.slug}`)
      if (!own) return [undefined]
      const state = foldEvidence(
        requirements,
        own.map((row) => ({ ...row, kind: row.kind as EvidenceKind })),
      )
      const { completedAt } = state
      modules[`${id} ${module.slug}`] = { ...state, completedOn: completedAt && dayOf(completedAt) }
      return [completedAt]
    })
    completions[id] = planCompletedAt(completed)?.toISOString() ?? null
  }
  return { modules, completions }
}

/** The progress that is stored, in the same shape. */
export async function storedProgress() {
  const rows = await database.moduleProgress.findMany()
  const modules = Object.fromEntries(
    rows.map(({ enrolmentId, moduleSlug, minutesByMode, completedAt, completedOn, ...row }) => {
      const optional = { completedAt: completedAt ?? undefined, completedOn: completedOn ?? undefined }
      return [`${enrolmentId} ${moduleSlug}`, { ...row, minutesByMode: JSON.parse(minutesByMode), ...optional }]
    }),
  )
  const enrolments = await database.enrolment.findMany({ select: { id: true, completedAt: true, completedOn: true } })
  const completions = Object.fromEntries(enrolments.map((row) => [row.id, row.completedAt?.toISOString() ?? null]))
  return { modules, completions }
}

type Fact = {
  versionId: string
  homeEntryId: string | null
  profile: string
  moduleSlug: string
  completedOn: string | null
  assessmentPassed: number
  observationMet: number
  minutesByMode: string
}

/** People, completions and minutes counted one by one, and the completions of each week: no trigger, no view. */
export function recounted(): { counts: Record<string, Counts>; weeks: Counts } {
  return byHand((file) => {
    const facts = file
      .prepare(
        `SELECT versionId, homeEntryId, e.profile, '' AS moduleSlug, e.completedOn, 0 AS assessmentPassed,
           0 AS observationMet, '{}' AS minutesByMode
         FROM Enrolment e, Person p WHERE p.id = e.personId AND e.leftAt IS NULL
         UNION ALL
         SELECT versionId, homeEntryId, e.profile, moduleSlug, m.completedOn, assessmentPassed, observationMet, minutesByMode
         FROM ModuleProgress m, Enrolment e, Person p
         WHERE e.id = m.enrolmentId AND p.id = e.personId AND e.leftAt IS NULL`,
      )
      .all() as Fact[]
    const counts: Record<string, Counts> = {}
    const weeks: Counts = {}
    for (const fact of facts) {
      const { versionId, homeEntryId, profile, moduleSlug, completedOn, assessmentPassed, observationMet } = fact
      const place = [versionId, homeEntryId ?? '', profile, moduleSlug].join(' ')
      const row = counts[place] ?? {}
      counts[place] = row
      const add = (name: string, number: number) => {
        row[name] = (row[name] ?? 0) + number
      }
      add('people', 1)
      add('completed', completedOn ? 1 : 0)
      add('testsPassed', assessmentPassed)
      add('observationsMet', observationMet)
      const minutes = JSON.parse(fact.minutesByMode) as Counts
      for (const mode of ['online', 'classroom', 'remote', 'collaborative', 'onTheJob']) add(mode, minutes[mode] ?? 0)
      if (!completedOn) continue
      const week = [mondayOf(completedOn), (homeEntryId ?? '').split('.')[0], profile, moduleSlug].join(' ')
      weeks[week] = (weeks[week] ?? 0) + 1
    }
    return { counts, weeks }
  })
}

/** What the triggers have counted, without rows that have come back to nothing. */
export async function counted(): Promise<{ counts: Record<string, Counts>; weeks: Counts }> {
  const counts = (await database.progressCount.findMany({ where: { people: { not: 0 } } })).map(
    ({ versionId, entryId, profile, moduleSlug, ...row }) => [[versionId, entryId, profile, moduleSlug].join(' '), row],
  )
  const weeks = (await database.completionWeek.findMany({ where: { completed: { not: 0 } } })).map(
    ({ monday, province, profile, moduleSlug, completed }) => [
      [monday, province, profile, moduleSlug].join(' '),
      completed,
    ],
  )
  return { counts: Object.fromEntries(counts), weeks: Object.fromEntries(weeks) }
}

function mondayOf(day: string) {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
