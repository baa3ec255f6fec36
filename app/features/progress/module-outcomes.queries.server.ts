import { standingObservations } from '~/features/observations/rules/requirement'
import { groupedBy } from '~/lib/grouped-by'
import { database } from '~/platform/database/client.server'

/** What may be known of a test beside its state: that it was taken, and how it ended. Never an answer. */
export type AttemptOutcome = {
  enrolmentId: string
  moduleSlug: string
  number: number
  submittedAt: Date
  correct: number
  total: number
  cut: number
  passed: boolean
}

/** What may be known of a signed observation: when, how, its outcome and level. Never its notes. */
export type ObservationOutcome = {
  id: string
  enrolmentId: string
  moduleSlug: string
  observerId: string
  kind: string
  observedOn: string
  sufficient: boolean
  level: number | null
}

/** Of a module, the attempts that have ended and the observations that stand, each in their order. */
export type ModuleOutcomes = { attempts: AttemptOutcome[]; observations: ObservationOutcome[] }

/** The outcomes of several learners, in two reads whatever their number; by enrolment and module. */
export async function findModuleOutcomes(
  enrolmentIds: readonly string[],
): Promise<(enrolmentId: string, moduleSlug: string) => ModuleOutcomes> {
  const within = { enrolmentId: { in: [...enrolmentIds] } }
  const [attempts, signed] = await Promise.all([
    database.attempt.findMany({
      where: { ...within, submittedAt: { not: null } },
      orderBy: { number: 'asc' },
      select: {
        enrolmentId: true,
        moduleSlug: true,
        number: true,
        submittedAt: true,
        correct: true,
        total: true,
        cut: true,
        passed: true,
      },
    }),
    database.observation.findMany({
      where: within,
      orderBy: { seq: 'asc' },
      select: {
        id: true,
        enrolmentId: true,
        moduleSlug: true,
        observerId: true,
        kind: true,
        observedOn: true,
        sufficient: true,
        level: true,
        corrects: true,
        isVoid: true,
      },
    }),
  ])
  const ended = attempts.flatMap(({ submittedAt, correct, passed, ...row }): AttemptOutcome[] =>
    submittedAt ? [{ ...row, submittedAt, correct: correct ?? 0, passed: passed ?? false }] : [],
  )
  const standing = standingObservations(signed).map(({ corrects: _, isVoid: __, ...row }): ObservationOutcome => row)
  const attemptsOf = groupedBy(ended, placeOf)
  const observationsOf = groupedBy(standing, placeOf)
  return (enrolmentId, moduleSlug) => {
    const place = placeOf({ enrolmentId, moduleSlug })
    return { attempts: attemptsOf.get(place) ?? [], observations: observationsOf.get(place) ?? [] }
  }
}

function placeOf({ enrolmentId, moduleSlug }: { enrolmentId: string; moduleSlug: string }) {
  return `${enrolmentId} ${moduleSlug}`
}
