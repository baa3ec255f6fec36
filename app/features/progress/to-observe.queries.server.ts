import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { awaitsObserver } from '~/features/observations/rules/awaits-observer'
import { observableModule } from '~/features/observations/rules/observable-module'
import type { SignedRow } from '~/features/observations/rules/requirement'
import { requirementStanding } from '~/features/observations/rules/requirement-standing'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
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

type Ready = { enrolmentId: string; moduleSlug: string; personId: string; versionId: string; profile: string }

/**
 * Who waits to be observed by this trainer, the one who has waited longest first.
 * Reads the modules of the people in reach, and the evidence of those alone that are ready.
 * @param reached the enrolments of people in reach whose account is open (reached-enrolments)
 */
export async function findToObserve(
  by: Authorised<'progress.train'>,
  reached: readonly string[],
): Promise<ToObserve[]> {
  const ready = await database.$queryRaw<(Ready & { since: string })[]>`
    SELECT m."enrolmentId", m."moduleSlug", e."personId", e."versionId", e."profile", (
      SELECT MAX(v."recordedAt") FROM "Evidence" v
      WHERE v."enrolmentId" = m."enrolmentId" AND v."moduleSlug" = m."moduleSlug" AND NOT v."isVoid"
        AND (v."kind" IN ('lesson', 'assessment') OR (v."kind" = 'recognition' AND v."subject" IN ('lessons', 'assessment')))
        AND NOT EXISTS (SELECT 1 FROM "Evidence" c WHERE c."corrects" = v."id")
    ) AS "since"
    FROM json_each(${JSON.stringify(reached)}) r
    CROSS JOIN "ModuleProgress" m ON m."enrolmentId" = r.value
    CROSS JOIN "Enrolment" e ON e."id" = m."enrolmentId"
    WHERE m."assessmentPassed" AND m."lessonsDone" >= m."lessonsRequired" AND NOT m."observationMet"`
  const signed = await findSigned(ready)
  const found = await Promise.all(
    ready.map(async ({ versionId, profile, since, ...row }): Promise<ToObserve | undefined> => {
      const module = observableModule(moduleOf(await frozenPlan(versionId), row.moduleSlug), profile as Profile)
      const rows = signed.get(keyOf(row)) ?? []
      if (!module || !awaitsObserver(rows, module.rule, by.actorId ?? '')) return undefined
      const { reached: counted, required } = requirementStanding(rows, module.rule)
      return { ...row, moduleTitle: module.title, since: new Date(since), reached: counted, required }
    }),
  )
  return found.flatMap((row) => row ?? []).sort(longestFirst)
}

/** The signed observations of these modules, in their order. */
async function findSigned(ready: readonly Ready[]): Promise<Map<string, SignedRow[]>> {
  const rows = await database.$queryRaw<
    (Omit<SignedRow, 'sufficient' | 'isVoid'> & {
      enrolmentId: string
      moduleSlug: string
      sufficient: number | boolean
      isVoid: number | boolean
    })[]
  >`
    SELECT o."id", o."enrolmentId", o."moduleSlug", o."observerId", o."sufficient", o."corrects", o."isVoid"
    FROM json_each(${JSON.stringify(ready)}) r
    CROSS JOIN "Observation" o
      ON o."enrolmentId" = r.value ->> 'enrolmentId' AND o."moduleSlug" = r.value ->> 'moduleSlug'
    ORDER BY o."seq"`
  const signed = new Map<string, SignedRow[]>()
  for (const { sufficient, isVoid, ...row } of rows) {
    const own = signed.get(keyOf(row)) ?? []
    signed.set(keyOf(row), own)
    own.push({ ...row, sufficient: Boolean(sufficient), isVoid: Boolean(isVoid) })
  }
  return signed
}

function keyOf({ enrolmentId, moduleSlug }: { enrolmentId: string; moduleSlug: string }) {
  return `${enrolmentId} ${moduleSlug}`
}

function longestFirst(one: ToObserve, other: ToObserve) {
  return one.since.getTime() - other.since.getTime() || (keyOf(one) < keyOf(other) ? -1 : 1)
}
