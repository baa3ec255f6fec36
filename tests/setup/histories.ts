import { randomUUID } from 'node:crypto'
import type { Profile } from '~/features/auth/rules/profiles'
import { appendResponse } from '~/features/observations/append-response.server'
import type { Rating } from '~/features/observations/rules/observation'
import { voidObservation } from '~/features/observations/void-observation.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { addDays, dayOf } from '~/lib/dates'
import { database, transact } from '~/platform/database/client.server'
import { takeTest } from './attempts'
import { enrol } from './enrolments'
import { record } from './evidence'
import { observedModule, signedObservation, trainerAt } from './observations'
import { makePerson } from './people'
import { makePlan, someModule } from './plans'

const entries = ['BG.cpi-albino', 'BG.cpi-bergamo', 'LO.cpi-lodi', 'CO.cpi-como'] as const
const noHours = { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
const rule = { ...someModule({ slug: 'x' }).assessment, attempts: 2, waitHours: [0] }

/** Modules with hours of every mode, one or two observations, and one that operators do not take. */
export const historyModules = [
  {
    ...observedModule({ slug: 'primo' }),
    assessment: rule,
    hours: {
      navigator: { ...noHours, classroom: 2, onTheJob: 1 },
      operatore: { ...noHours, classroom: 1, onTheJob: 3 },
    },
  },
  {
    ...observedModule({ slug: 'secondo', rule: { required: 2, observers: 2 } }),
    assessment: rule,
    hours: { navigator: { ...noHours, remote: 1 }, operatore: { ...noHours, remote: 1, collaborative: 2 } },
  },
  someModule({ slug: 'terzo', assessment: rule, hours: { navigator: { ...noHours, collaborative: 1 } } }),
]

/** Numbers from a seed, the same on every run (mulberry32). */
export function seeded(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  return { below, pick, chance: (share: number) => next() < share }
}

export type Random = ReturnType<typeof seeded>
type Learner = { personId: string; enrolmentId: string; profile: Profile; modules: typeof historyModules }

/**
 * People of several centres with a history that a seed decides, made by the product's own commands: lessons, hours,
 * recognitions, corrections and voids of all of them, tests passed and failed to the last, observations that count
 * and that do not, corrected, voided, disagreed with and reviewed, practice logged; some work elsewhere today, some
 * have left or are deactivated.
 */
export async function makeHistory(seed: number, { people = 12, acts = 16 } = {}) {
  await loadTerritory()
  const random = seeded(seed)
  const { versionId } = await makePlan({ modules: historyModules, at: new Date(Date.now() + seed) })
  const trainers = await Promise.all(
    [1, 2, 3].map(async (number) => (await makePerson({ firstName: 'Teo', lastName: `Formatore ${number}` })).id),
  )
  const learners: Learner[] = []
  for (let index = 0; index < people; index += 1) {
    learners.push(await makeLearner(random, versionId, trainers, acts))
  }
  return { versionId, trainers, learners, random }
}

async function makeLearner(random: Random, versionId: string, trainers: readonly string[], acts: number) {
  const profile = random.pick<Profile>(['navigator', 'operatore'])
  const at = new Date(Date.now() - 50 * 86_400_000)
  const home = random.pick(entries)
  const enrolled = await enrol({ versionId, profile, homeEntryId: home, at })
  const learner = { ...enrolled, profile, modules: historyModules }
  for (let step = 1; step <= acts; step += 1) {
    await act(random, learner, trainers, new Date(at.getTime() + step * 3 * 86_400_000))
  }
  const province = home.slice(0, 3)
  const other = entries.find((entry) => entry !== home && entry.startsWith(province))
  if (other && random.chance(0.6)) await post(enrolled.personId, other, random)
  if (random.chance(0.1)) await leave(enrolled)
  if (random.chance(0.1)) await deactivate(enrolled.personId)
  return learner
}

/** One thing that happens; one that the rules refuse does not. */
async function act(random: Random, learner: Learner, trainers: readonly string[], now: Date) {
  const taken = learner.modules.filter(({ hours }) => hours[learner.profile])
  const module = random.pick(taken)
  const { slug } = module
  const happens = random.below(12)
  try {
    if (happens < 4) {
      for (const lesson of module.lessons) {
        if (random.chance(0.8)) await record(learner, { moduleSlug: slug, kind: 'lesson', subject: lesson.slug }, now)
      }
    } else if (happens < 6) {
      const subject = random.pick(['classroom', 'remote', 'collaborative', 'onTheJob'])
      await record(learner, { moduleSlug: slug, kind: 'hours', subject, minutes: 15 + random.below(120) }, now)
    } else if (happens < 8) {
      await takeTest(learner.personId, random.pick([1, 4, 4]), now, slug)
    } else if (happens === 8) {
      await recognise(random, learner, slug, now)
    } else if (happens === 9) {
      await correct(random, learner, now)
    } else if (module.observation) {
      await observe(random, learner, trainers, slug, now)
    } else {
      await log(random, learner, slug, now)
    }
    if (random.chance(0.2)) await log(random, learner, slug, now)
  } catch {
    // What the rules refuse is no part of the history.
  }
}

function recognise(random: Random, learner: Learner, moduleSlug: string, now: Date) {
  const subject = random.pick(['lessons', 'assessment', 'observation', 'onTheJob'])
  const minutes = subject === 'onTheJob' ? { minutes: 30 } : {}
  return record(learner, { moduleSlug, kind: 'recognition', subject, ...minutes }, now)
}

/** Corrects or voids some hours or recognition that stands. */
async function correct(random: Random, learner: Learner, now: Date) {
  const rows = await database.evidence.findMany({
    where: { enrolmentId: learner.enrolmentId, kind: { in: ['hours', 'recognition'] }, isVoid: false },
  })
  const old = random.pick(rows)
  if (!old) return
  const isVoid = random.chance(0.5)
  const { moduleSlug, subject } = old
  const kind = old.kind as 'hours' | 'recognition'
  const minutes = isVoid || old.minutes === null ? {} : { minutes: Math.max(1, old.minutes - 10) }
  await record(learner, { moduleSlug, kind, subject, corrects: old.id, isVoid, ...minutes }, now)
}

async function observe(random: Random, learner: Learner, trainers: readonly string[], moduleSlug: string, now: Date) {
  const observer = random.pick(trainers)
  const ratings: Record<string, Rating> = random.chance(0.4) ? { C1: 'notMet' } : {}
  const actionOn = addDays(dayOf(new Date()), random.below(120) - 60)
  const old = await database.observation.findFirst({
    where: { enrolmentId: learner.enrolmentId, moduleSlug, observerId: observer, isVoid: false },
    orderBy: { seq: 'desc' },
  })
  if (old && random.chance(0.3)) {
    await voidObservation(trainerAt(observer, {}, now), old.id, 'Era un’altra persona')
    return
  }
  const corrects = old && random.chance(0.4) && !(await isTaken(old.id)) ? old.id : null
  const id = await signedObservation(learner, observer, {
    moduleSlug,
    ratings,
    corrects,
    signedAt: now,
    body: { actionOn },
  })
  if (random.chance(0.5)) await answer(random, learner, id, trainers, now)
}

async function isTaken(id: string) {
  return (await database.observation.count({ where: { corrects: id } })) > 0
}

async function answer(random: Random, learner: Learner, observationId: string, trainers: readonly string[], at: Date) {
  const verdict = random.pick(['acknowledged', 'disagreed', 'disagreed'])
  const given = { id: randomUUID(), observationId, slot: 'learner', verdict, byId: learner.personId, at }
  await transact((tx) => appendResponse(tx, given, 'Non mi ritrovo'))
  if (verdict === 'acknowledged' || random.chance(0.5)) return
  const review = {
    id: randomUUID(),
    observationId,
    slot: 'review',
    verdict: 'confirmed',
    byId: random.pick(trainers),
    at,
  }
  await transact((tx) => appendResponse(tx, review, 'Confermo'))
}

/** Practice that was logged; what was decided of it is told by its state. */
async function log(random: Random, { enrolmentId }: Learner, moduleSlug: string, createdAt: Date) {
  const state = random.pick(['pending', 'pending', 'validated', 'returned', 'withdrawn'])
  const entry = { id: randomUUID(), enrolmentId, moduleSlug, heldOn: dayOf(createdAt), minutes: 60, state, createdAt }
  await transact((tx) => tx.practiceEntry.create({ data: { ...entry, tasks: '["F3.1"]', alongside: 'operatore' } }))
}

/** A posting that holds today, has ended, or is to come. */
async function post(personId: string, entryId: string, random: Random) {
  const today = dayOf(new Date())
  const [from, to] = random.pick([
    [-5, 5],
    [-5, null],
    [-9, -1],
    [1, 9],
  ] as const)
  const period = { startsOn: addDays(today, from), endsOn: to === null ? null : addDays(today, to) }
  const posting = { id: randomUUID(), personId, entryId, reason: 'Carico di lavoro', createdAt: new Date(), ...period }
  await transact((tx) => tx.posting.create({ data: posting }))
}

function leave({ enrolmentId }: { enrolmentId: string }) {
  const gone = { leftAt: new Date(), activeKey: null }
  return transact((tx) => tx.enrolment.update({ where: { id: enrolmentId }, data: gone }))
}

function deactivate(id: string) {
  return transact((tx) => tx.person.update({ where: { id }, data: { deactivatedAt: new Date() } }))
}
