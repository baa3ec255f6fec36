import type { Authorised } from '~/features/auth/authorise.server'
import { type Profile, profiles } from '~/features/auth/rules/profiles'
import type { ObservationRule } from '~/features/curriculum/rules/module-content'
import { awaitsObserver } from '~/features/observations/rules/awaits-observer'
import { observableModule } from '~/features/observations/rules/observable-module'
import type { SignedRow } from '~/features/observations/rules/requirement'
import { requirementStanding } from '~/features/observations/rules/requirement-standing'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { groupedBy } from '~/lib/grouped-by'
import { database } from '~/platform/database/client.server'

/** A learner and a module that wait for an observation: lessons read and test passed, the requirement open. */
export type ToObserve = {
  enrolmentId: string
  personId: string
  moduleSlug: string
  moduleTitle: string
  /** Since lessons and test were both there: the moment at which the last of their evidence was recorded. */
  since: Date
  /** Observations that count so far, of those that the plan asks for. */
  reached: number
  required: number
}

type Ready = Omit<ToObserve, 'since' | 'moduleTitle' | 'reached' | 'required'> & {
  versionId: string
  profile: Profile
  since: string
}

/** What a version asks to be observed on in one module. */
type Observed = { versionId: string; profile: Profile; slug: string; title: string; rule: ObservationRule }

/**
 * Who waits to be observed by this trainer, the one who has waited longest first.
 * Reads the modules of the people in reach, and the evidence of those alone that are ready.
 * @param reached the enrolments of people in reach whose account is open (reached-enrolments)
 */
export async function findToObserve(
  by: Authorised<'progress.train'>,
  reached: readonly string[],
): Promise<ToObserve[]> {
  const asked = await findObservedModules()
  const ready = await readReady(reached, [...asked.values()])
  // Where one observation is enough, an open requirement says that none counts yet: its rows need not be read.
  const signed = await findSigned(ready.filter((row) => needsRows(asked.get(moduleKey(row)))))
  return ready
    .flatMap(({ versionId, profile, since, ...row }): ToObserve[] => {
      const module = asked.get(moduleKey({ versionId, profile, moduleSlug: row.moduleSlug }))
      const rows = signed.get(placeOf(row)) ?? []
      if (!module || !awaitsObserver(rows, module.rule, by.actorId ?? '')) return []
      const { reached: counted, required } = requirementStanding(rows, module.rule)
      return [{ ...row, moduleTitle: module.title, since: new Date(since), reached: counted, required }]
    })
    .sort(longestFirst)
}

/** The modules that the versions which somebody follows ask to be observed on, by version, profile and module. */
async function findObservedModules(): Promise<ReadonlyMap<string, Observed>> {
  const versions = await database.planVersion.findMany({
    where: { enrolments: { some: { leftAt: null } } },
    select: { id: true },
  })
  const plans = await Promise.all(versions.map(({ id }) => frozenPlan(id)))
  const asked = plans.flatMap(({ versionId, modules }) =>
    modules.flatMap((module) =>
      profiles.flatMap((profile): Observed[] => {
        const observed = observableModule(module, profile)
        if (!observed || observed.rule.required === 0) return []
        return [{ versionId, profile, slug: observed.slug, title: observed.title, rule: observed.rule }]
      }),
    ),
  )
  return new Map(asked.map((one) => [moduleKey({ ...one, moduleSlug: one.slug }), one]))
}

/** As one JSON value: thousands of rows cost less than as rows of a result. */
async function readReady(reached: readonly string[], asked: readonly Observed[]): Promise<Ready[]> {
  const modules = asked.map(({ versionId, profile, slug }) => ({ versionId, profile, slug }))
  const [found] = await database.$queryRaw<{ ready: string }[]>`
    WITH "Asked" AS MATERIALIZED (
      SELECT value ->> 'versionId' AS "versionId", value ->> 'profile' AS "profile", value ->> 'slug' AS "slug"
      FROM json_each(${JSON.stringify(modules)})
    )
    SELECT json_group_array(json_object('enrolmentId', m."enrolmentId", 'moduleSlug', m."moduleSlug",
      'personId', e."personId", 'versionId', e."versionId", 'profile', e."profile", 'since', (
        SELECT MAX(v."recordedAt") FROM "Evidence" v
        WHERE v."enrolmentId" = m."enrolmentId" AND v."moduleSlug" = m."moduleSlug" AND NOT v."isVoid"
          AND (
            v."kind" IN ('lesson', 'assessment')
            OR (v."kind" = 'recognition' AND v."subject" IN ('lessons', 'assessment'))
          )
          AND NOT EXISTS (SELECT 1 FROM "Evidence" c WHERE c."corrects" = v."id")
      ))) AS "ready"
    FROM json_each(${JSON.stringify(reached)}) r
    CROSS JOIN "Enrolment" e ON e."id" = r.value
    CROSS JOIN "Asked" a ON a."versionId" = e."versionId" AND a."profile" = e."profile"
    CROSS JOIN "ModuleProgress" m ON m."enrolmentId" = e."id" AND m."moduleSlug" = a."slug"
    WHERE m."assessmentPassed" AND m."lessonsDone" >= m."lessonsRequired" AND NOT m."observationMet"`
  return JSON.parse(found?.ready ?? '[]') as Ready[]
}

function needsRows(module: Observed | undefined) {
  return module !== undefined && (module.rule.required > 1 || module.rule.observers > 1)
}

type SignedOf = SignedRow & { enrolmentId: string; moduleSlug: string }

/** The signed observations of these modules, in their order. */
async function findSigned(ready: readonly Ready[]): Promise<ReadonlyMap<string, SignedRow[]>> {
  if (ready.length === 0) return new Map()
  const places = ready.map(({ enrolmentId, moduleSlug }) => ({ enrolmentId, moduleSlug }))
  const [found] = await database.$queryRaw<{ signed: string }[]>`
    SELECT json_group_array(json_object('id', o."id", 'enrolmentId', o."enrolmentId", 'moduleSlug', o."moduleSlug",
      'observerId', o."observerId", 'sufficient', o."sufficient", 'corrects', o."corrects", 'isVoid', o."isVoid")
      ORDER BY o."seq") AS "signed"
    FROM json_each(${JSON.stringify(places)}) r
    CROSS JOIN "Observation" o
      ON o."enrolmentId" = r.value ->> 'enrolmentId' AND o."moduleSlug" = r.value ->> 'moduleSlug'`
  const rows = JSON.parse(found?.signed ?? '[]') as SignedOf[]
  // JSON has 0 and 1 for what the table holds as booleans.
  const typed = rows.map((row) => ({ ...row, sufficient: Boolean(row.sufficient), isVoid: Boolean(row.isVoid) }))
  return groupedBy(typed, placeOf)
}

function moduleKey({ versionId, profile, moduleSlug }: { versionId: string; profile: string; moduleSlug: string }) {
  return `${versionId} ${profile} ${moduleSlug}`
}

function placeOf({ enrolmentId, moduleSlug }: { enrolmentId: string; moduleSlug: string }) {
  return `${enrolmentId} ${moduleSlug}`
}

function longestFirst(one: ToObserve, other: ToObserve) {
  return one.since.getTime() - other.since.getTime() || (placeOf(one) < placeOf(other) ? -1 : 1)
}
