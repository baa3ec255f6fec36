import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { standingRows } from '~/features/evidence/rules/evidence'
import { recordedModes } from '~/features/evidence/rules/requirements'
import { findModulesOfLearners } from '~/features/learning/learner-modules.queries.server'
import { hoursByMode } from '~/features/learning/rules/module-standing'
import { nextStep } from '~/features/learning/rules/next-step'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import type { Day } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import { findModuleOutcomes } from './module-outcomes.queries.server'
import { nextThingWords, observationWords, testWords } from './outcome-words'

/** Hours that count: recorded, or recognised of earlier ones. */
export type HourLine = {
  id: string
  moduleSlug: string
  mode: (typeof recordedModes)[number]
  minutes: number
  occurredOn: Day
  recognised: boolean
  by: string | null
}

/**
 * The records behind a person of the own entries, module by module: attempts with their scores, observations with
 * outcome and level, hours. Never answers, notes, feedback or a self-assessment (product contract, "Who sees what").
 * @returns null for an enrolment that is absent, out of reach or left
 */
export async function findCentrePerson(by: Authorised<'progress.centre'>, enrolmentId: string) {
  const row = await database.enrolment.findUnique({
    where: { id: enrolmentId },
    select: {
      id: true,
      versionId: true,
      profile: true,
      activeKey: true,
      enrolledAt: true,
      completedOn: true,
      version: { select: { number: true } },
      person: {
        select: { firstName: true, lastName: true, homeEntryId: true, homeEntry: { select: { id: true, name: true } } },
      },
    },
  })
  const entry = row?.person.homeEntry
  if (!row?.activeKey || !entry || !reaches(by, scopeOfHome(entry.id))) return null
  const profile = row.profile as Profile
  const [learners, outcomesOf, hours] = await Promise.all([
    findModulesOfLearners([{ id: row.id, versionId: row.versionId, profile }], by.now),
    findModuleOutcomes([row.id]),
    findHourLines(row.id),
  ])
  const modules = learners.get(row.id) ?? []
  const outcomes = modules.map((module) => outcomesOf(row.id, module.slug))
  const observers = await findPersonNames(
    outcomes.flatMap(({ observations }) => observations.map(({ observerId }) => observerId)),
  )
  return {
    name: `${row.person.firstName} ${row.person.lastName}`,
    entry,
    profile,
    version: row.version.number,
    enrolledAt: row.enrolledAt,
    completedOn: row.completedOn,
    next: nextThingWords(nextStep(modules)),
    modules: modules.map((module, index) => {
      const { attempts, observations } = outcomes[index] ?? { attempts: [], observations: [] }
      return {
        slug: module.slug,
        title: module.title,
        ...(module.final && { final: true as const }),
        completedAt: module.completedAt,
        lessonsRead: module.lessons.filter(({ readOn }) => readOn !== undefined).length,
        lessons: module.lessons.length,
        hours: hoursByMode([module]),
        test: testWords(module, { attempts }),
        observation: observationWords(module, { observations }),
        attempts: attempts.map(({ enrolmentId: _, moduleSlug: __, ...attempt }) => attempt),
        observations: observations.map(({ id, kind, observedOn, sufficient, level, observerId }) => ({
          id,
          kind,
          observedOn,
          sufficient,
          level,
          by: observers.get(observerId) ?? null,
        })),
        hourLines: hours.filter(({ moduleSlug }) => moduleSlug === module.slug),
      }
    }),
  }
}

export type CentrePersonRecord = NonNullable<Awaited<ReturnType<typeof findCentrePerson>>>
export type CentreModule = CentrePersonRecord['modules'][number]

/** The hours that stand today, in the order of their days. */
async function findHourLines(enrolmentId: string): Promise<HourLine[]> {
  const rows = await database.evidence.findMany({
    where: { enrolmentId, kind: { in: ['hours', 'recognition'] } },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      moduleSlug: true,
      kind: true,
      subject: true,
      minutes: true,
      occurredOn: true,
      recordedById: true,
      corrects: true,
      isVoid: true,
    },
  })
  const standing = standingRows(rows)
  const names = await findPersonNames(standing.map(({ recordedById }) => recordedById))
  return standing
    .flatMap(({ id, moduleSlug, kind, subject, minutes, occurredOn, recordedById }): HourLine[] => {
      const mode = recordedModes.find((one) => one === subject)
      if (!mode || minutes === null) return []
      const by = (recordedById && names.get(recordedById)) ?? null
      return [{ id, moduleSlug, mode, minutes, occurredOn, recognised: kind === 'recognition', by }]
    })
    .sort((one, other) => (one.occurredOn < other.occurredOn ? -1 : 1))
}
