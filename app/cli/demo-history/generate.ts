import { requirementsOf } from '~/features/evidence/rules/requirements'
import type { FrozenModule, FrozenPlan } from '~/features/training-plan/frozen-plan'
import { dayOf } from '~/lib/dates'
import type { Act, EnrolledLearner } from './acts'
import { type Calendar, daysAfter, momentAt } from './calendar'
import { chanceOf } from './chance'
import { readAndTest } from './lessons-and-test'
import { observe } from './observe'
import { practise, practiseLately } from './practise'
import { recogniseEarlier } from './recognise-earlier'
import { type Province, type Pupil, registersOf } from './registers'
import { follows, type ModuleStretch, type Run, returnOf, turnOf } from './run'
import { leaveReasons, postingReasons } from './texts'
import { type Beginner, classPace, type Trait, traitsOf } from './traits'

/** Who is there, and what they follow. */
export type Cast = {
  learners: readonly Beginner[]
  /** The provinces in the order of the territory, each with its trainers and what its classes are called after. */
  provinces: readonly { code: string; trainers: readonly string[]; placeName: string }[]
  managerId: string
  adminId: string
  /** The province of the demo's own trainer. */
  shown: string
  /** Where people are made for measuring alone, a long plan is followed to its end in few provinces. */
  measuring: boolean
}

/** In a long plan, measured: how many modules most provinces get through, and every how many provinces one goes on. */
const [modulesMeasured, provincesThrough] = [2, 6]

/**
 * Five months of learning, up to the anchor: every act of everybody, in the order of their moments. The seed decides
 * it all; what a module asks for is read from the frozen plan.
 */
export function generateHistory(seed: string, cast: Cast, plan: FrozenPlan, calendar: Calendar): Act[] {
  const codes = cast.provinces.map(({ code }) => code)
  const traits = traitsOf(seed, cast.learners, codes, calendar, cast.shown)
  const pupils = new Map<string, Pupil[]>(codes.map((code) => [code, []]))
  const acts: Act[] = []
  for (const [index, beginner] of cast.learners.entries()) {
    const known = traits[index]
    const trait = known && { ...known, pace: known.pace * reachOf(cast, plan, beginner.province) }
    const enrolledAt = trait && momentAt(calendar, trait.enrolledAt)
    if (!trait || !enrolledAt) continue
    const run = beginRun(seed, index, beginner, trait, enrolledAt, cast, calendar)
    acts.push({ kind: 'enrolled', at: enrolledAt, learner: run.learner, byId: cast.managerId })
    turn(run, cast.adminId)
    learn(run, plan)
    acts.push(...run.acts)
    const { hours } = run.recognised
    pupils
      .get(beginner.province)
      ?.push({ learner: run.learner, followsAt: (at) => follows(run, at), recognised: hours })
  }
  for (const { code, trainers, placeName } of cast.provinces) {
    const province: Province = {
      code,
      trainers,
      placeName,
      pace: classPace(codes, code) * reachOf(cast, plan, code),
      pupils: pupils.get(code) ?? [],
      isShown: code === cast.shown,
    }
    acts.push(...registersOf(province, plan, calendar, chanceOf(seed, 'classes', code)))
  }
  return acts.sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** What share of their usual way the people of a province go. */
function reachOf({ measuring, provinces }: Cast, { modules }: FrozenPlan, province: string): number {
  const place = provinces.findIndex(({ code }) => code === province)
  if (!measuring || place % provincesThrough === 0) return 1
  return Math.min(modulesMeasured / modules.length, 1)
}

function beginRun(
  seed: string,
  index: number,
  { personId, profile, entryId, province }: Beginner,
  trait: Trait,
  enrolledAt: Date,
  { provinces, managerId }: Cast,
  calendar: Calendar,
): Run {
  const chance = chanceOf(seed, 'learner', index)
  const learner: EnrolledLearner = { personId, enrolmentId: chance.id(), profile, entryId, enrolledAt }
  const trainers = provinces.find(({ code }) => code === province)?.trainers ?? []
  const recognised = { lessons: new Set<string>(), test: new Set<string>(), hours: new Map<string, string>() }
  return { learner, trait, chance, calendar, trainers, managerId, acts: [], passed: new Map(), recognised }
}

/** The time of a final test, beside that of a module. */
const finalShare = 0.4

/** All modules that the profile takes, each in its stretch of the learner's time. */
function learn(run: Run, plan: FrozenPlan): void {
  const { trait, calendar, learner } = run
  const taken = inOrder(plan.modules).flatMap((module) => {
    const requirements = requirementsOf(module, learner.profile)
    return requirements ? [{ module, requirements }] : []
  })
  const last = taken.findLastIndex(({ module }) => !module.final)
  const length =
    (calendar.days.length - trait.startsAt - 5) / ((last + 1 + finalShare * (taken.length - last - 1)) * trait.pace)
  for (const [index, known] of taken.entries()) {
    const stretch: ModuleStretch = { ...known, begins: trait.startsAt + index * length, length }
    if (index === 0) recogniseEarlier(run, stretch)
    const tested = readAndTest(run, stretch)
    practise(run, stretch)
    if (tested !== undefined) observe(run, stretch, tested)
    // Where they are when the history ends; in the last module, if they are through.
    const isCurrent = stretch.begins + length > calendar.days.length || index === last
    const begun = stretch.begins < calendar.days.length - 4
    const waits = trait.isOfTheNine || trait.case === 'practice-pending'
    if (waits && isCurrent && begun) practiseLately(run, stretch)
  }
}

/** The modules in the order of the plan, but each after those that must come before it. */
function inOrder(modules: readonly FrozenModule[]): FrozenModule[] {
  const ordered: FrozenModule[] = []
  const add = (module: FrozenModule, above: readonly FrozenModule[]) => {
    if (ordered.includes(module) || above.includes(module)) return
    for (const slug of module.prerequisites) {
      const before = modules.find((one) => one.slug === slug)
      if (before) add(before, [...above, module])
    }
    ordered.push(module)
  }
  for (const module of modules) add(module, [])
  return ordered
}

/** Leaving, coming back, moving, working elsewhere for a while. */
function turn(run: Run, adminId: string): void {
  const { trait, calendar, learner, acts, chance } = run
  const at = momentAt(calendar, turnOf(calendar))
  if (!at) return
  switch (trait.case) {
    case 'left':
    case 'returned': {
      const reason = chance.pick(leaveReasons)
      acts.push({ kind: 'left', at, learner, byId: run.managerId, reason })
      const back = momentAt(calendar, returnOf(calendar))
      if (trait.case === 'returned' && back) acts.push({ kind: 'returned', at: back, learner, byId: run.managerId })
      return
    }
    case 'moved':
      if (trait.otherEntry) acts.push({ kind: 'moved', at, learner, entryId: trait.otherEntry, byId: adminId })
      return
    case 'posted':
    case 'was-posted': {
      if (!trait.otherEntry) return
      const startsOn = dayOf(at)
      const ended = trait.case === 'was-posted' ? { endsOn: daysAfter(startsOn, 21) } : {}
      const posting = { id: chance.id(), entryId: trait.otherEntry, startsOn, ...ended }
      acts.push({
        kind: 'posted',
        at,
        learner,
        posting: { ...posting, reason: chance.pick(postingReasons) },
        byId: adminId,
      })
      return
    }
    default:
  }
}
