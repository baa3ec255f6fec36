import { type RegisterMode, type RegisterRow, registerModes } from '~/features/classroom/rules/register'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import type { FrozenModule, FrozenPlan } from '~/features/training-plan/frozen-plan'
import type { Act, EnrolledLearner, PlannedRegister } from './acts'
import { type Calendar, momentOf } from './calendar'
import type { Chance } from './chance'
import { absences, earlyLeaves, fewerMinutes, registerCorrection, registerVoid } from './texts'

/** A meeting lasts four hours at most: classes in the morning, what was missed in the afternoon. */
const longestMinutes = 240
const [morning, afternoon] = [9 * 60, 14 * 60]
/** Working days between the last class and the afternoon for what was missed, at least. */
const daysBetween = 5
const absentShare = 0.04
const earlyShare = 0.02
/** Every so many registers of a province, one is corrected; in some provinces one is voided. */
const correctedEvery = 17
const voidedShare = 0.2

/** Somebody who may sit in a class, and whether they do on a day. */
export type Pupil = {
  learner: EnrolledLearner
  followsAt: (at: Date) => boolean
  /** Minutes of a module that need no class: they were recognised. */
  recognised: ReadonlyMap<string, string>
}

export type Province = {
  code: string
  trainers: readonly string[]
  pupils: readonly Pupil[]
  /** How far the classes are ahead (traits, classPace). */
  pace: number
  /** One of its registers is voided whatever chance says. */
  isShown: boolean
  /** What a class is called after: the first entry. */
  placeName: string
}

type Missing = Map<string, { pupil: Pupil; minutes: number }>
type Meeting = { module: FrozenModule; mode: RegisterMode; part: number }

/**
 * The classes of a province: groups of several centres, by mode and module, at the pace of the province; weeks later
 * one afternoon for what some missed. A few registers are corrected, one is voided.
 */
export function registersOf(province: Province, plan: FrozenPlan, calendar: Calendar, chance: Chance): Act[] {
  const classes = new ProvinceClasses(province, calendar, chance)
  const groups = groupsOf(province.pupils, plan.sizing.classSize)
  const firstDay = 12
  for (const [index, module] of plan.modules.entries()) {
    const place = (at: number) =>
      firstDay + ((calendar.days.length - firstDay - 6) * (index + at)) / (plan.modules.length * province.pace)
    for (const mode of registerModes) {
      const parts = Math.ceil(mostMinutes(module, mode) / longestMinutes)
      for (let part = 0; part < parts; part += 1) {
        const missing: Missing = new Map()
        const days = groups.map((group) =>
          classes.hold({ module, mode, part }, group, place(0.25 + 0.2 * part), missing),
        )
        const last = Math.max(...days.map((day) => calendar.days.indexOf(day ?? '')))
        classes.holdAgain({ module, mode, part }, missing, Math.max(place(0.7), last + daysBetween))
      }
    }
  }
  return classes.acts
}

class ProvinceClasses {
  readonly acts: Act[] = []
  readonly #taken = new Set<string>()
  #held = 0
  #voids: boolean

  constructor(
    private readonly province: Province,
    private readonly calendar: Calendar,
    private readonly chance: Chance,
  ) {
    this.#voids = chance.happens(voidedShare) || province.isShown
  }

  /** @returns the day, unless it is still to come */
  hold(meeting: Meeting, { pupils, number }: Group, place: number, missing: Missing): string | undefined {
    const trainerId = this.province.trainers[number % this.province.trainers.length] ?? ''
    const day = this.#freeDay(Math.floor(place), [`group ${number}`, `${trainerId} morning`])
    if (day === undefined) return undefined
    const minutesOf = ({ learner, recognised }: Pupil) =>
      recognised.get(meeting.module.slug) === meeting.mode ? 0 : minutesOfPart(meeting, learner)
    const expected = this.#following(pupils, day, morning).filter((pupil) => minutesOf(pupil) > 0)
    if (expected.length === 0) return undefined
    const rows = expected.map((pupil): RegisterRow => {
      const { enrolmentId } = pupil.learner
      const full = minutesOf(pupil)
      const row = this.#attend(enrolmentId, full)
      if (row.minutes < full) missing.set(enrolmentId, { pupil, minutes: full - row.minutes })
      return row
    })
    const longest = Math.max(...expected.map(minutesOf))
    const register = this.#register(meeting, trainerId, day, [morning, morning + longest], expected, rows)
    if (!this.#sign(register, this.chance.whole(10, 40))) return undefined
    this.#held += 1
    if (this.#held % correctedEvery === 3) this.#correct(register, longest, missing)
    else if (this.#voids && this.#held > 3) this.#void(meeting, trainerId, day, expected, longest)
    return day
  }

  /** One afternoon for all who missed something of a meeting. */
  holdAgain(meeting: Meeting, missing: Missing, place: number) {
    if (missing.size === 0) return
    const trainerId = this.chance.pick(this.province.trainers)
    const day = this.#freeDay(Math.floor(place), ['again', `${trainerId} afternoon`])
    if (day === undefined) return
    const pupils = [...missing.values()].map(({ pupil }) => pupil)
    const expected = this.#following(pupils, day, afternoon)
    if (expected.length === 0) return
    const rows = expected.map(({ learner: { enrolmentId } }): RegisterRow => {
      const minutes = missing.get(enrolmentId)?.minutes ?? 0
      return this.chance.happens(0.04)
        ? { enrolmentId, minutes: 0, reason: this.chance.pick(absences) }
        : { enrolmentId, minutes }
    })
    const longest = Math.max(...rows.map(({ minutes }) => minutes))
    if (longest === 0) return
    const times: [number, number] = [afternoon, afternoon + longest]
    this.#sign(this.#register(meeting, trainerId, day, times, expected, rows), this.chance.whole(5, 30))
  }

  /** The next day on which nobody of these is taken, from a place on; undefined when it has not come yet. */
  #freeDay(from: number, who: readonly string[]): string | undefined {
    for (let place = from; place < this.calendar.days.length; place += 1) {
      const day = this.calendar.days[place]
      if (day === undefined) return undefined
      const keys = who.map((one) => `${one} ${day}`)
      if (keys.some((key) => this.#taken.has(key))) continue
      for (const key of keys) this.#taken.add(key)
      return day
    }
    return undefined
  }

  #following(pupils: readonly Pupil[], day: string, minute: number) {
    const at = momentOf(day, minute)
    return pupils.filter(({ followsAt }) => followsAt(at))
  }

  #attend(enrolmentId: string, full: number): RegisterRow {
    const { chance } = this
    if (chance.happens(absentShare)) return { enrolmentId, minutes: 0, reason: chance.pick(absences) }
    if (full > 60 && chance.happens(earlyShare)) {
      return { enrolmentId, minutes: full - 60, reason: chance.pick(earlyLeaves) }
    }
    return { enrolmentId, minutes: full }
  }

  #register(
    { module, mode }: Meeting,
    trainerId: string,
    heldOn: string,
    [startsAt, endsAt]: [number, number],
    pupils: readonly Pupil[],
    rows: RegisterRow[],
  ): PlannedRegister {
    const place = mode === 'remote' ? {} : { place: this.province.placeName }
    const why = startsAt === afternoon ? fewerMinutes.missed : fewerMinutes.profile
    const explained = rows.map((row) => explain(row, endsAt - startsAt, why))
    const body = { title: module.shortTitle, ...place, rows: explained }
    const learners = pupils.map(({ learner }) => learner)
    const held = { trainerId, module: module.slug, mode, heldOn, startsAt, endsAt }
    return { id: this.chance.id(), ...held, learners, body }
  }

  /** @returns false when it is not signed yet */
  #sign(register: PlannedRegister, minutesLater: number): boolean {
    const at = momentOf(register.heldOn, register.endsAt + minutesLater)
    if (at > this.calendar.anchor) return false
    this.acts.push({ kind: 'register-signed', at, register })
    return true
  }

  /** Who was absent had come after all; who had come to all of it had left an hour before. */
  #correct(register: PlannedRegister, longest: number, missing: Missing) {
    const absent = register.body.rows.findIndex(({ minutes }) => minutes === 0)
    const early = register.body.rows.findIndex(({ minutes }) => minutes === longest && minutes > 60)
    if (absent < 0 && early < 0) return
    const rows = register.body.rows.map((row, index): RegisterRow => {
      const known = missing.get(row.enrolmentId)
      if (index === absent && known) {
        missing.delete(row.enrolmentId)
        return explain({ enrolmentId: row.enrolmentId, minutes: known.minutes }, longest, fewerMinutes.profile)
      }
      if (index !== early) return row
      const learner = register.learners[index]
      const pupil = this.province.pupils.find((one) => one.learner === learner)
      if (pupil) missing.set(row.enrolmentId, { pupil, minutes: 60 })
      return { enrolmentId: row.enrolmentId, minutes: row.minutes - 60, reason: this.chance.pick(earlyLeaves) }
    })
    const corrects = { id: register.id, reason: registerCorrection }
    this.#sign({ ...register, id: this.chance.id(), body: { ...register.body, rows }, corrects }, 24 * 60 + 30)
  }

  /** The same meeting written down a second time, and voided. */
  #void(meeting: Meeting, trainerId: string, day: string, pupils: readonly Pupil[], longest: number) {
    const once = pupils.slice(0, 4)
    const rows = once.map(({ learner }): RegisterRow => ({ enrolmentId: learner.enrolmentId, minutes: 30 }))
    const from = morning + longest
    const register = this.#register(meeting, trainerId, day, [from, from + 30], once, rows)
    const at = momentOf(day, from + 75)
    if (at > this.calendar.anchor || !this.#sign(register, 20)) return
    this.#voids = false
    this.acts.push({ kind: 'register-voided', at, register, reason: registerVoid, id: this.chance.id() })
  }
}

/** Whoever was there for less than the whole meeting has a reason. */
function explain(row: RegisterRow, duration: number, reason: string): RegisterRow {
  return row.minutes > 0 && row.minutes < duration && !row.reason ? { ...row, reason } : row
}

type Group = { number: number; pupils: readonly Pupil[] }

/** Groups of about the same size, each with people of several centres. */
function groupsOf(pupils: readonly Pupil[], classSize: number): Group[] {
  const count = Math.ceil(pupils.length / classSize)
  return Array.from({ length: count }, (_, number) => ({
    number,
    pupils: pupils.filter((_, index) => index % count === number),
  }))
}

function mostMinutes(module: FrozenModule, mode: RegisterMode): number {
  const of = (profile: 'navigator' | 'operatore') => requirementsOf(module, profile)?.minutes[mode] ?? 0
  return Math.max(of('navigator'), of('operatore'))
}

/** Of what the module asks of the learner in a mode, the minutes that lie in one meeting. */
function minutesOfPart({ module, mode, part }: Meeting, { profile }: EnrolledLearner): number {
  const all = requirementsOf(module, profile)?.minutes[mode] ?? 0
  return Math.min(Math.max(all - part * longestMinutes, 0), longestMinutes)
}
