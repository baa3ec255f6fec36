import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '~/features/auth/rules/grants'
import { findOpenReviews } from '~/features/observations/reviews.queries.server'
import { countPending } from '~/features/practice/pending-practice.queries.server'
import { workingWithinReach } from '~/features/territory/workplaces.server'
import { dayOf } from '~/lib/dates'
import { database, transact } from '~/platform/database/client.server'
import { historyModules, makeHistory } from '../../../tests/setup/histories'
import { answered, sent, shown } from '../../../tests/setup/pages'
import { authority, makePerson } from '../../../tests/setup/people'
import {
  isWithin,
  type RawRows,
  readRawRows,
  standingEvidence,
  standingSigned,
  worksWithin,
} from '../../../tests/setup/raw-rows'
import TrainerHomePage, { loader } from './pages/trainer-home-page'
import { findReachedEnrolments } from './reached-enrolments.queries.server'
import { findTrainerHome, pageSize } from './trainer-home.server'

const region: Scope = { kind: 'region' }
const bergamo: Scope = { kind: 'province', province: 'BG' }
const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }
const lodi: Scope = { kind: 'province', province: 'LO' }
const today = dayOf(new Date())

let trainers: string[] = []
let rows: RawRows

beforeAll(async () => {
  for (const seed of [11, 12, 13]) {
    const history = await makeHistory(seed)
    trainers = [...trainers, ...history.trainers]
  }
  rows = await readRawRows()
}, 240_000)

type Active = { enrolmentId: string; personId: string; profile: string }

/** People who follow the plan, and belong or work in these places. */
function reached(me: string, scopes: Scope[], open: boolean): Active[] {
  return rows.enrolments.flatMap(({ id, personId, profile, activeKey }) => {
    const person = rows.people.find((one) => one.id === personId)
    if (!activeKey || !person || (open && person.deactivatedAt) || personId === me) return []
    return worksWithin(rows, person, scopes) ? [{ enrolmentId: id, personId, profile }] : []
  })
}

function toObserve(me: string, scopes: Scope[]) {
  return reached(me, scopes, true).flatMap(({ enrolmentId, personId, profile }) =>
    historyModules.flatMap((module) => {
      const { slug, lessons, hours, observation } = module
      if (!observation || !hours[profile as 'navigator']) return []
      const standing = standingEvidence(rows, enrolmentId, slug)
      const proof = (kind: string, subject?: string) =>
        standing.filter((row) => row.kind === kind && (subject === undefined || row.subject === subject))
      const recognised = proof('recognition', 'lessons')
      const read = lessons.every((lesson) => proof('lesson', lesson.slug).length > 0) || recognised.length > 0
      const passed = [...proof('assessment'), ...proof('recognition', 'assessment')]
      const met = [...proof('observation'), ...proof('recognition', 'observation')]
      if (!read || passed.length === 0 || met.length > 0) return []
      const counting = standingSigned(rows, enrolmentId, slug).filter(({ sufficient }) => sufficient)
      const missing = (observers: string[]) =>
        Math.max(observation.required - observers.length, observation.observers - new Set(observers).size, 0)
      const before = counting.map(({ observerId }) => observerId)
      if (missing([...before, me]) >= missing(before)) return []
      const times = [...proof('lesson'), ...recognised, ...passed].map(({ recordedAt }) => recordedAt.getTime())
      return [{ enrolmentId, personId, moduleSlug: slug, since: Math.max(...times) }]
    }),
  )
}

function toReview(me: string, scopes: Scope[]) {
  return rows.responses.flatMap(({ observationId, slot, verdict, at }) => {
    const observation = rows.observations.find(({ id }) => id === observationId)
    const enrolment = rows.enrolments.find(({ id }) => id === observation?.enrolmentId)
    const person = rows.people.find(({ id }) => id === enrolment?.personId)
    if (!observation || !person || slot !== 'learner' || verdict !== 'disagreed') return []
    if (observation.observerId === me || person.id === me || !worksWithin(rows, person, scopes)) return []
    if (rows.observations.some(({ corrects }) => corrects === observationId)) return []
    if (rows.responses.some((other) => other.observationId === observationId && other.slot === 'review')) return []
    return [{ personId: person.id, at }]
  })
}

function toUnlock(me: string, scopes: Scope[]) {
  return rows.enrolments.flatMap(({ id, personId, profile, activeKey }) => {
    const person = rows.people.find((one) => one.id === personId)
    if (!activeKey || !person || person.deactivatedAt || personId === me) return []
    if (!person.homeEntryId || !isWithin(person.homeEntryId, scopes)) return []
    return historyModules.flatMap(({ slug, assessment, hours }) => {
      const own = rows.attempts.filter((attempt) => attempt.enrolmentId === id && attempt.moduleSlug === slug)
      const passed = standingEvidence(rows, id, slug).some(
        ({ kind, subject }) => kind === 'assessment' || subject === 'assessment',
      )
      const used = own.filter(({ submittedAt }) => submittedAt).length
      return hours[profile as 'navigator'] && used === assessment.attempts && !passed ? [{ personId }] : []
    })
  })
}

function dueActions(me: string) {
  return rows.observations.flatMap((row) => {
    const enrolment = rows.enrolments.find(({ id }) => id === row.enrolmentId)
    const last = standingSigned(rows, row.enrolmentId, row.moduleSlug).at(-1)
    if (row.observerId !== me || last?.id !== row.id || !enrolment?.activeKey) return []
    const { actionOn } = JSON.parse(row.payload ?? '{}') as { actionOn: string }
    const done = standingEvidence(rows, row.enrolmentId, row.moduleSlug).some(
      ({ kind, subject }) => kind === 'observation' || subject === 'observation',
    )
    const past = Math.round((Date.parse(today) - Date.parse(actionOn)) / 86_400_000)
    return past < -7 || (done && past > 30) ? [] : [{ id: row.id, actionOn }]
  })
}

const home = (me: string, scopes: Scope[], pages = { pagina: 1, azioni: 1 }) =>
  findTrainerHome(
    authority('progress.train', { actorId: me, scopes }),
    {
      reviewer: authority('observation.review', { actorId: me, scopes }),
      unlocker: authority('assessment.unlock', { actorId: me, scopes }),
    },
    pages,
  )

describe('who waits for a trainer, recounted from raw rows', () => {
  const places: [string, Scope[]][] = [
    ['the region', [region]],
    ['a province', [bergamo]],
    ['an entry', [albino]],
    ['an entry and another province', [albino, lodi]],
  ]

  test.each(places)('in %s', async (_, scopes) => {
    for (const me of [...trainers, rows.people.find(({ profile }) => profile)?.id ?? '']) {
      const found = await home(me, scopes)
      const wanted = toObserve(me, scopes)
      expect(found.toObserve.total).toBe(wanted.length)
      const all = []
      for (let pagina = 1; pagina <= Math.ceil(wanted.length / pageSize); pagina += 1) {
        all.push(...(await home(me, scopes, { pagina, azioni: 1 })).toObserve.rows)
      }
      const key = ({ enrolmentId, moduleSlug }: { enrolmentId: string; moduleSlug: string }) =>
        `${enrolmentId} ${moduleSlug}`
      expect(all.map(key).sort()).toEqual(wanted.map(key).sort())
      expect(all.map((row) => row.since.getTime())).toEqual(wanted.map(({ since }) => since).sort((a, b) => a - b))
      const practice = rows.practice.flatMap((entry) => {
        const of = reached(me, scopes, false).find(({ enrolmentId }) => enrolmentId === entry.enrolmentId)
        return of && entry.state === 'pending' ? [{ ...of, at: entry.createdAt.getTime() }] : []
      })
      expect(found.practice.count).toBe(practice.length)
      expect(found.practice.count).toBe(await countPending(authority('practice.validate', { actorId: me, scopes })))
      const oldest = practice.length > 0 ? Math.min(...practice.map(({ at }) => at)) : undefined
      expect(found.practice.oldest?.getTime()).toBe(oldest)
      const [reviews, unlocks] = [toReview(me, scopes), toUnlock(me, scopes)]
      expect(found.reviews.count).toBe(reviews.length)
      expect(found.unlocks.count).toBe(unlocks.length)
      expect(found.people).toBe(
        new Set([...wanted, ...practice, ...reviews, ...unlocks].map(({ personId }) => personId)).size,
      )
    }
  })

  test('the agreed actions of the own observations', async () => {
    let seen = 0
    for (const me of trainers) {
      const wanted = dueActions(me)
      const { actions } = await home(me, [region])
      expect(actions.total).toBe(wanted.length)
      expect(actions.rows.map(({ actionOn }) => actionOn)).toEqual(
        wanted
          .map(({ actionOn }) => actionOn)
          .sort()
          .slice(0, pageSize),
      )
      seen += wanted.length
    }
    expect(seen).toBeGreaterThan(5)
  })

  test('the histories have some of everything', () => {
    const somebody = trainers[0] ?? ''
    expect(toObserve(somebody, [region]).length).toBeGreaterThan(3)
    expect(toReview(somebody, [region]).length).toBeGreaterThan(1)
    expect(toUnlock(somebody, [region]).length).toBeGreaterThan(1)
    const voided = rows.evidence.filter(({ isVoid }) => isVoid).length
    expect(voided).toBeGreaterThan(3)
    expect(rows.enrolments.filter(({ activeKey }) => !activeKey).length).toBeGreaterThan(0)
  })
})

test('the enrolments in reach are those of the people whom the rule of workplaces finds', async () => {
  for (const scopes of [[region], [bergamo], [albino], [albino, lodi]]) {
    const by = authority('progress.train', { actorId: trainers[0], scopes })
    const people = workingWithinReach(by, by.today)
    const wanted = await database.enrolment.findMany({
      where: { activeKey: { not: null }, person: people },
      orderBy: { id: 'asc' },
      select: { id: true, person: { select: { deactivatedAt: true } } },
    })
    const found = (await findReachedEnrolments(by)).sort((one, other) => (one.id < other.id ? -1 : 1))
    expect(found).toEqual(wanted.map(({ id, person }) => ({ id, open: person.deactivatedAt === null })))
  }
})

test('the disagreements are those of the list of reviews', async () => {
  for (const me of trainers) {
    const by = authority('observation.review', { actorId: me, scopes: [albino, lodi] })
    const { rows: listed } = await findOpenReviews(by, 1)
    expect((await home(me, [albino, lodi])).reviews.count).toBe(listed.length)
  }
})

describe('the page', () => {
  const grants = [{ role: 'trainer' as const, scope: region, startsOn: '2019-01-01' }]

  test('opens with its answer, and every number leads to its list', async () => {
    const me = trainers[0] ?? ''
    const found = await home(me, [region])
    const html = shown(TrainerHomePage, await loader(sent(me, { grants })))
    expect(html).toContain(`Ti aspettano ${found.people} persone`)
    for (const to of ['#da-osservare', '/pratica/convalida', '/osservazioni/riesami', '/sblocchi']) {
      expect(html).toMatch(new RegExp(`href="[^"]*${to}"`))
    }
    const [first] = found.toObserve.rows
    expect(html).toContain(`/osservazioni/nuova?iscrizione=${first?.enrolmentId}&amp;modulo=${first?.moduleSlug}`)
  })

  test('says what will be there when nobody waits, and shows drafts', async () => {
    const { id } = await makePerson({ firstName: 'Nuova', lastName: 'Formatrice' })
    const far = [
      { role: 'trainer' as const, scope: { kind: 'province', province: 'SO' } as const, startsOn: '2019-01-01' },
    ]
    const draft = { id: 'bozza', trainerId: id, body: '{}', createdAt: new Date(), updatedAt: new Date() }
    await transact((tx) => tx.registerDraft.create({ data: draft }))
    const html = shown(TrainerHomePage, await loader(sent(id, { grants: far })))
    expect(html).toContain('Oggi non ti aspetta nessuno')
    expect(html).toContain('1 registro da firmare')
    expect(html).not.toContain('osservazione da firmare')
  })

  test('is for trainers alone', async () => {
    expect((await answered(() => loader(sent(trainers[0] ?? '', {})))).status).toBe(403)
    expect((await answered(() => loader(sent(null)))).status).toBe(303)
  })
})
