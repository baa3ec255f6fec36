import type { Profile } from '~/features/auth/rules/profiles'
import type { Calendar } from './calendar'
import { type Chance, chanceOf } from './chance'

/** The difficult cases of which the demo shows some (docs/decisions/0021). */
const cases = [
  'waiting',
  'exhausted',
  'unlocked',
  'timed-out',
  'disagrees',
  'confirmed',
  'overturned',
  'observation-corrected',
  'observation-voided',
  'action-due',
  'practice-pending',
  'practice-returned',
  'practice-revoked',
  'moved',
  'posted',
  'was-posted',
  'left',
  'returned',
  'lessons-recognised',
  'hours-recognised',
  'test-recognised',
  'recognition-corrected',
] as const
export type Case = (typeof cases)[number]

/** Cases that need somebody who gets as far as being observed. */
const quickCases: readonly Case[] = [
  ...(['disagrees', 'confirmed', 'overturned', 'observation-corrected', 'observation-voided'] as const),
  ...(['action-due', 'practice-returned', 'practice-revoked', 'unlocked', 'timed-out'] as const),
]
/** Cases that end in the first module. */
const stuckCases: readonly Case[] = ['waiting', 'exhausted']
/** Cases of people at another entry of their province. */
const movingCases: readonly Case[] = ['moved', 'posted', 'was-posted']

/** How fast each province learns, in the order of the territory: the share of the plan reached at the end, on average. */
const provincePaces = [1.25, 0.8, 0.98, 0.78, 1.24, 0.9, 0.76, 1, 0.72, 1.24, 0.86, 0.94]
const lateShare = 0.1

/** What makes a learner's history their own. Places are working days of the calendar. */
export type Trait = {
  enrolledAt: number
  startsAt: number
  /** Share of the plan that they reach by the end, if nothing comes in between; more than 1 is done before. */
  pace: number
  /** How likely they pass a test, or an observation is sufficient. */
  ability: number
  case?: Case
  /** The other entry of a case that needs one. */
  otherEntry?: string
  /** One of the nine: observed lately, with the answer still to give, and with practice that waits. */
  isOfTheNine?: true
}

/** A learner before the history begins. */
export type Beginner = { personId: string; profile: Profile; entryId: string; province: string; isOfTheNine: boolean }

/** When the plan is approved: whoever is enrolled comes after. */
const firstEnrolment = 5

/** How far the province's classes are ahead of its people: never so late that nobody could finish. */
export function classPace(provinces: readonly string[], province: string): number {
  return 0.85 + 0.3 * paceOf(provinces, province)
}

/**
 * The traits of all learners, in their order: by chance, but for the difficult cases, which are given out evenly.
 * @param shown the province of the demo's own trainer: it has one of each case
 */
export function traitsOf(
  seed: string,
  learners: readonly Beginner[],
  provinces: readonly string[],
  calendar: Calendar,
  shown: string,
): Trait[] {
  const traits = learners.map((learner, index) => traitOf(chanceOf(seed, 'trait', index), learner, provinces, calendar))
  for (const [place, province] of provinces.entries()) {
    const wanted = cases.filter((_, index) => province === shown || (index + place) % 4 === 0)
    giveCases(wanted, province, learners, traits, chanceOf(seed, 'cases', province))
  }
  return traits
}

function traitOf(chance: Chance, learner: Beginner, provinces: readonly string[], { days }: Calendar): Trait {
  const wave = firstEnrolment + (provinces.indexOf(learner.province) % 3)
  if (learner.isOfTheNine) {
    const enrolledAt = wave + 0.3
    return { enrolledAt, startsAt: wave + 2, pace: 0.7, ability: 0.97, isOfTheNine: true }
  }
  const late = chance.happens(lateShare)
  const enrolledAt = late ? Math.floor(days.length * (0.3 + 0.2 * chance.number())) + 0.1 : wave + 0.2
  return {
    enrolledAt,
    startsAt: enrolledAt + 1 + 6 * chance.number(),
    pace: paceOf(provinces, learner.province) * (0.84 + 0.32 * (chance.number() + chance.number())),
    ability: 0.62 + 0.35 * chance.number(),
  }
}

function giveCases(
  wanted: readonly Case[],
  province: string,
  learners: readonly Beginner[],
  traits: Trait[],
  chance: Chance,
) {
  const free = learners.flatMap((learner, index) =>
    learner.province === province && !learner.isOfTheNine ? [{ learner, index }] : [],
  )
  const entries = [...new Set(free.map(({ learner }) => learner.entryId))]
  const give = (index: number, given: Partial<Trait>) => Object.assign(traits[index] ?? {}, given)
  for (const one of wanted) {
    if (free.length === 0) return
    const [{ learner, index } = { learner: undefined, index: -1 }] = free.splice(chance.whole(0, free.length - 1), 1)
    if (!learner) return
    if (movingCases.includes(one)) {
      const others = entries.filter((entry) => entry !== learner.entryId)
      if (others.length === 0) continue
      if (one === 'moved' && learner.profile === 'navigator') {
        // The act gives each entry its places: one who goes there changes with one who comes from there.
        const partner = free.findIndex((other) => isNavigatorElsewhere(other.learner, learner))
        const [other] = partner < 0 ? [] : free.splice(partner, 1)
        if (!other) continue
        give(index, { case: one, otherEntry: other.learner.entryId, pace: 0.9 })
        give(other.index, { case: one, otherEntry: learner.entryId, pace: 0.9 })
      } else give(index, { case: one, otherEntry: chance.pick(others) })
    } else give(index, { case: one, ...paceOfCase(one, traits[index]) })
  }
}

function isNavigatorElsewhere(other: Beginner, learner: Beginner) {
  return other.profile === 'navigator' && other.entryId !== learner.entryId
}

/** Long enough in the plan to get where the case shows. */
function paceOfCase(one: Case, trait: Trait | undefined): Partial<Trait> {
  const early = { enrolledAt: firstEnrolment + 0.4, startsAt: firstEnrolment + 3 }
  if (stuckCases.includes(one)) return { ...early, pace: 0.5 }
  if (quickCases.includes(one)) return { ...early, pace: Math.max(trait?.pace ?? 1, 1), ability: 0.95 }
  return early
}

function paceOf(provinces: readonly string[], province: string) {
  return provincePaces[provinces.indexOf(province) % provincePaces.length] ?? 1
}
