import { testLength } from '~/features/curriculum/rules/blueprint'
import type { PlannedAnswer, PlannedAttempt } from './acts'
import { minutesAfter } from './calendar'
import type { ModuleStretch, Run } from './run'
import { when } from './run'
import { unlockReasons } from './texts'

const hoursOfDay = 24

/** The lessons of a module, then its test. @returns the place after the passed test; undefined when it is not passed */
export function readAndTest(run: Run, stretch: ModuleStretch): number | undefined {
  const read = readLessons(run, stretch)
  if (read === undefined) return undefined
  const { module, begins, length } = stretch
  if (run.recognised.test.has(module.slug)) return read
  // A test is taken after those that open it, however long these took.
  const opens = module.prerequisites.map((slug) => run.passed.get(slug))
  if (opens.includes(undefined)) return undefined
  const open = Math.max(0, ...opens.flatMap((place) => place ?? []))
  return takeTest(run, stretch, Math.max(read + 0.1, begins + 0.42 * length, open))
}

function readLessons(run: Run, { module, begins, length }: ModuleStretch): number | undefined {
  if (run.recognised.lessons.has(module.slug)) return begins
  let last: number | undefined = begins
  for (const [index, lesson] of module.lessons.entries()) {
    const place = begins + length * (0.03 + (0.35 * (index + 0.8 * run.chance.number())) / module.lessons.length)
    const at = when(run, place)
    last = at && place
    if (at) run.acts.push({ kind: 'lesson', at, learner: run.learner, module: module.slug, lesson: lesson.slug })
  }
  return last
}

function takeTest(run: Run, stretch: ModuleStretch, first: number): number | undefined {
  const { module } = stretch
  const { attempts, waitHours } = module.assessment
  const { chance, trait } = run
  const isFirst = run.passed.size === 0
  if (isFirst && trait.case === 'waiting' && attempts > 2) return failTwice(run, stretch, first)
  const fails = isFirst && (trait.case === 'exhausted' || trait.case === 'unlocked')
  // Who has used them all has done so lately.
  let place =
    isFirst && trait.case === 'exhausted' ? Math.max(first, run.calendar.days.length - 3 * attempts - 4) : first
  for (let number = 1; number <= attempts + 1; number += 1) {
    if (number > attempts) {
      if (trait.case === 'exhausted' || !unlockTest(run, module.slug, place)) return undefined
      place += 1
    }
    const passes = number > attempts || (!fails && chance.happens(Math.min(trait.ability + 0.08 * number, 0.98)))
    const byTime = isFirst && trait.case === 'timed-out' && number === 1
    if (!takeAttempt(run, stretch, { number, place, passes: passes && !byTime, byTime })) return undefined
    if (passes && !byTime) {
      run.passed.set(module.slug, place + 0.2)
      return place + 0.2
    }
    // Working days are at least as long as the hours to wait.
    place += 1 + Math.ceil((waitHours[number - 1] ?? waitHours.at(-1) ?? 0) / hoursOfDay) + chance.number() * 0.4
  }
  return undefined
}

/** Failed twice, the second time an hour ago: the third attempt is still to be waited for. */
function failTwice(run: Run, stretch: ModuleStretch, first: number): undefined {
  takeAttempt(run, stretch, { number: 1, place: first, passes: false })
  const at = minutesAfter(run.calendar.anchor, -60)
  const attempt = planAttempt(run, stretch, { number: 2, startedAt: minutesAfter(at, -12), passes: false })
  run.acts.push({ kind: 'attempt-started', at: attempt.startedAt, attempt })
  run.acts.push({ kind: 'attempt-ended', at, attempt })
}

type WantedAttempt = { number: number; place: number; passes: boolean; byTime?: boolean }

/** @returns false when it has not happened yet */
function takeAttempt(run: Run, stretch: ModuleStretch, { place, ...wanted }: WantedAttempt): boolean {
  const startedAt = when(run, place)
  if (!startedAt) return false
  const attempt = planAttempt(run, stretch, { ...wanted, startedAt })
  const { timeLimitMinutes } = stretch.module.assessment
  const minutes =
    attempt.closedBy === 'time' && timeLimitMinutes !== undefined
      ? timeLimitMinutes + run.chance.whole(1, 50)
      : attempt.answers.length + 1
  const at = minutesAfter(startedAt, minutes)
  if (at > run.calendar.anchor) return false
  run.acts.push({ kind: 'attempt-started', at: startedAt, attempt }, { kind: 'attempt-ended', at, attempt })
  return true
}

function planAttempt(
  { chance, learner }: Run,
  { module }: ModuleStretch,
  { number, startedAt, passes, byTime = false }: Omit<WantedAttempt, 'place'> & { startedAt: Date },
): PlannedAttempt {
  const { blueprint, cut, timeLimitMinutes } = module.assessment
  const total = testLength(blueprint)
  const right = passes ? chance.whole(cut, total) : Math.max(cut - chance.whole(1, 3), 0)
  const closedBy = byTime && timeLimitMinutes !== undefined ? 'time' : 'learner'
  // Within the time limit, whatever it is.
  const pause = Math.min(1, (timeLimitMinutes ?? total + 1) / (total + 1))
  const correct = new Set(pickPlaces(chance.number, total, right))
  const answers = Array.from({ length: total }, (_, index): PlannedAnswer => {
    const missed = chance.happens(closedBy === 'time' ? 0.7 : 0.08) ? 'none' : 'wrong'
    return {
      given: correct.has(index) ? 'right' : missed,
      at: minutesAfter(startedAt, pause * (index + 0.9)),
      flagged: chance.happens(0.06),
    }
  })
  return { id: chance.id(), learner, module: module.slug, number, seed: chance.seed(), startedAt, answers, closedBy }
}

/** Some of the places from 0 on. */
function pickPlaces(random: () => number, total: number, wanted: number): number[] {
  const places = Array.from({ length: total }, (_, index) => index)
  return Array.from({ length: wanted }, () => places.splice(Math.floor(random() * places.length), 1)[0] ?? 0)
}

/** @returns false when it has not happened yet */
function unlockTest({ chance, learner, trainers, acts, ...run }: Run, module: string, place: number): boolean {
  const at = when(run, place)
  if (!at || !(run.trait.case === 'unlocked' || chance.happens(0.8))) return false
  acts.push({ kind: 'unlocked', at, learner, module, byId: chance.pick(trainers), reason: chance.pick(unlockReasons) })
  return true
}
