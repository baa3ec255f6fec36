import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant, Scope } from '~/features/auth/rules/grants'
import type { Profile } from '~/features/auth/rules/profiles'
import { findOwnPlan } from '~/features/learning/own-plan.queries.server'
import { nextStep } from '~/features/learning/rules/next-step'
import { learnerAt } from '../../../tests/setup/attempts'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { historyModules, makeHistory } from '../../../tests/setup/histories'
import { answered, sent, shown } from '../../../tests/setup/pages'
import { authority } from '../../../tests/setup/people'
import { isWithin, type RawRows, readRawRows, standingEvidence, standingSigned } from '../../../tests/setup/raw-rows'
import type { CentreFilters } from './centre-filters.schema'
import { type Centre, findCentre, pageSize } from './centre-list.server'
import { findCentrePerson } from './centre-person.queries.server'
import { nextThingWords } from './outcome-words'
import CentrePage, { loader } from './pages/centre-page'
import CentrePersonPage, { loader as personLoader } from './pages/centre-person-page'
import { hourWords, totalFreed } from './rules/freed-hours'

const bergamo: Scope = { kind: 'province', province: 'BG' }
const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }
const modes = ['classroom', 'remote', 'collaborative', 'onTheJob'] as const

/** Who has completed what, beside a history in which nobody gets so far. */
const finished: [Profile, string, string[]][] = [
  ['navigator', 'BG.cpi-albino', ['primo', 'secondo', 'terzo']],
  ['operatore', 'BG.cpi-bergamo', ['primo', 'secondo']],
  ['navigator', 'BG.cpi-albino', ['primo']],
]

/** All that a module asks for, recognised, and its hours. */
async function complete(learner: Awaited<ReturnType<typeof enrol>>, module: (typeof historyModules)[number]) {
  const { slug: moduleSlug, observation, hours } = module
  for (const subject of ['lessons', 'assessment', ...(observation ? ['observation'] : [])]) {
    await record(learner, { moduleSlug, kind: 'recognition', subject })
  }
  const asked = hours[learner.enrolment.profile]
  for (const subject of modes) {
    const minutes = (asked?.[subject] ?? 0) * 60
    if (minutes > 0) await record(learner, { moduleSlug, kind: 'hours', subject, minutes })
  }
}

let rows: RawRows

beforeAll(async () => {
  await makeHistory(21, { people: 14 })
  const { versionId } = await makeHistory(22, { people: 8 })
  for (const [profile, entry, slugs] of finished) {
    const learner = await enrol({ versionId, profile, homeEntryId: entry })
    for (const module of historyModules.filter(({ slug }) => slugs.includes(slug))) await complete(learner, module)
  }
  rows = await readRawRows()
}, 240_000)

const by = (scopes: Scope[]) => authority('progress.centre', { actorId: 'responsabile', scopes })
async function centre(scopes: Scope[], filters: CentreFilters = {}, cursor = {}): Promise<Centre> {
  const found = await findCentre(by(scopes), filters, cursor)
  if (!found) throw new Error('Nothing there')
  return found
}

/** The people who belong to these places and follow the plan, with what they lack, from the rows alone. */
function own(scopes: Scope[], modulo?: string) {
  return rows.enrolments
    .flatMap(({ id, personId, profile, activeKey }) => {
      const person = rows.people.find((one) => one.id === personId)
      if (!activeKey || !person?.homeEntryId || !isWithin(person.homeEntryId, scopes)) return []
      const modules = historyModules.filter(
        ({ slug, hours }) => hours[profile as 'navigator'] && (modulo === undefined || slug === modulo),
      )
      if (modules.length === 0) return []
      const states = modules.map((module) => stateOf(id, profile as 'navigator', module))
      const missing = (mode: (typeof modes)[number]) => states.reduce((sum, state) => sum + state.missing[mode], 0)
      return {
        enrolmentId: id,
        person,
        entryId: person.homeEntryId,
        done: states.filter(({ complete }) => complete).length,
        completed: states.every(({ complete }) => complete),
        missing: {
          classroom: missing('classroom'),
          remote: missing('remote'),
          collaborative: missing('collaborative'),
          onTheJob: missing('onTheJob'),
        },
      }
    })
    .sort((one, other) => (surname(one.person) < surname(other.person) ? -1 : 1))
}

const surname = ({ surnameKey, id }: { surnameKey: string; id: string }) => `${surnameKey}\0${id}`

function stateOf(enrolmentId: string, profile: 'navigator' | 'operatore', module: (typeof historyModules)[number]) {
  const { slug, lessons, hours, observation } = module
  const standing = standingEvidence(rows, enrolmentId, slug)
  const has = (kind: string, subject: string) =>
    standing.some(
      (row) => row.kind === kind && (kind === 'assessment' || kind === 'observation' || row.subject === subject),
    )
  const minutes = (mode: string) =>
    standing.reduce((sum, row) => (row.subject === mode ? sum + (row.minutes ?? 0) : sum), 0)
  const lacks = (mode: (typeof modes)[number]) => Math.max((hours[profile]?.[mode] ?? 0) * 60 - minutes(mode), 0)
  const missing = {
    classroom: lacks('classroom'),
    remote: lacks('remote'),
    collaborative: lacks('collaborative'),
    onTheJob: lacks('onTheJob'),
  }
  const read = has('recognition', 'lessons') || lessons.every((lesson) => has('lesson', lesson.slug))
  const tested = has('assessment', '') || has('recognition', 'assessment')
  const observed = !observation || has('observation', '') || has('recognition', 'observation')
  return { missing, complete: read && tested && observed && modes.every((mode) => missing[mode] === 0) }
}

describe('the figures of a centre, recounted from raw rows', () => {
  const places: [string, Scope[]][] = [
    ['a province', [bergamo]],
    ['an entry', [albino]],
  ]

  test.each(places)('hours still to free by entry and mode, in %s', async (_, scopes) => {
    for (const modulo of [undefined, 'primo', 'secondo', 'terzo']) {
      const found = await centre(scopes, { modulo })
      const people = own(scopes, modulo)
      expect(found.people).toBe(people.length)
      expect(found.completed).toBe(people.filter(({ completed }) => completed).length)
      for (const { id, minutes, people: count } of found.freed) {
        const here = people.filter(({ entryId }) => entryId === id)
        expect(count).toBe(here.length)
        for (const mode of modes) {
          expect(minutes[mode]).toBe(here.reduce((sum, { missing }) => sum + missing[mode], 0))
        }
      }
      const all = people.reduce((sum, { missing }) => sum + modes.reduce((part, mode) => part + missing[mode], 0), 0)
      expect(totalFreed(found.freedTotal)).toBe(all)
    }
  })

  test('the list behind each number has just the people of that number, by surname', async () => {
    for (const stato of ['in-corso', 'completato', undefined] as const) {
      for (const [word, mode] of Object.entries(hourWords) as [keyof typeof hourWords, (typeof modes)[number]][]) {
        const found = await centre([bergamo], { sede: 'BG.cpi-albino', stato, ore: word })
        const wanted = own([albino]).filter(
          (one) => one.missing[mode] > 0 && (stato === undefined || one.completed === (stato === 'completato')),
        )
        expect(found.total).toBe(wanted.length)
        expect(found.rows.map(({ enrolmentId }) => enrolmentId)).toEqual(wanted.map(({ enrolmentId }) => enrolmentId))
        const figure = found.freed.find(({ id }) => id === 'BG.cpi-albino')?.minutes[mode]
        expect(figure).toBe(wanted.reduce((sum, { missing }) => sum + missing[mode], 0))
      }
    }
    const rowsOf = (await centre([bergamo])).rows
    expect(rowsOf.map(({ modulesDone }) => modulesDone)).toEqual(own([bergamo]).map(({ done }) => done))
  })

  test('in each state there are the people of that state, of the plan or of one module', async () => {
    let completed = 0
    for (const modulo of [undefined, 'primo', 'secondo']) {
      for (const stato of ['in-corso', 'completato', undefined] as const) {
        const found = await centre([bergamo], { modulo, stato })
        const wanted = own([bergamo], modulo).filter(
          (one) => stato === undefined || one.completed === (stato === 'completato'),
        )
        expect([modulo, stato, found.total]).toEqual([modulo, stato, wanted.length])
        expect(found.moduleTitle).toBe(modulo ? `Modulo ${modulo}` : null)
        if (stato === 'completato') completed += found.total
      }
    }
    expect(completed).toBeGreaterThan(2)
  })

  test('where nobody follows the plan there is an empty list, not a page that is not there', async () => {
    const found = await centre([{ kind: 'province', province: 'VA' }])
    expect([found.people, found.total, found.rows]).toEqual([0, 0, []])
    expect(await findCentre(by([bergamo]), { modulo: 'assente' }, {})).toBeNull()
  })

  test('each score and level is that of the rows', async () => {
    let scores = 0
    let levels = 0
    for (const { enrolmentId } of own([bergamo])) {
      const record = await findCentrePerson(by([bergamo]), enrolmentId)
      for (const module of record?.modules ?? []) {
        const attempts = rows.attempts.filter(
          (row) => row.enrolmentId === enrolmentId && row.moduleSlug === module.slug && row.submittedAt,
        )
        expect(module.attempts).toEqual(
          attempts.map(({ number, submittedAt, correct, total, cut, passed }) => ({
            number,
            submittedAt,
            correct,
            total,
            cut,
            passed,
          })),
        )
        const signed = standingSigned(rows, enrolmentId, module.slug)
        expect(module.observations.map(({ id, sufficient, level }) => ({ id, sufficient, level }))).toEqual(
          signed.map(({ id, sufficient, level }) => ({ id, sufficient, level })),
        )
        const minutes = standingEvidence(rows, enrolmentId, module.slug).filter((row) => row.minutes !== null)
        expect(module.hourLines.map(({ id }) => id).sort()).toEqual(minutes.map(({ id }) => id).sort())
        scores += attempts.length
        levels += signed.length
      }
    }
    expect(scores).toBeGreaterThan(5)
    expect(levels).toBeGreaterThan(5)
  })

  test('the next thing is the learner’s own next step', async () => {
    for (const { enrolmentId, next } of (await centre([bergamo])).rows) {
      const person = rows.enrolments.find(({ id }) => id === enrolmentId)
      const plan = await findOwnPlan(learnerAt(person?.personId ?? ''))
      expect(next).toBe(nextThingWords(nextStep(plan?.modules ?? [])))
    }
  })
})

describe('the pages of a centre', () => {
  const manager = (scope: Scope): Grant[] => [{ role: 'centre-manager', scope, startsOn: '2019-01-01' }]

  test('open with the answer; each name leads to the records, none to what is not for managers', async () => {
    const html = shown(CentrePage, await loader(sent('responsabile', { grants: manager(bergamo) })))
    const people = own([bergamo])
    const done = people.filter(({ completed }) => completed).length
    expect(html).toContain(`${done} delle tue ${people.length} persone`)
    for (const { enrolmentId } of people.slice(0, pageSize)) expect(html).toContain(`/centro/persone/${enrolmentId}"`)
    for (const { enrolmentId } of people) {
      const params = { enrolment: enrolmentId }
      const record = await personLoader(sent('responsabile', { grants: manager(bergamo), params }))
      const page = JSON.stringify(record) + shown(CentrePersonPage, record)
      expect(page).not.toMatch(/Nota su|Ha ascoltato|Riassumere|Rileggere la scheda|Non mi ritrovo|Domanda \d|salt|@/)
    }
  })

  test('out of reach is as if it were not there', async () => {
    const lodi = manager({ kind: 'province', province: 'LO' })
    const [someone] = own([bergamo])
    const params = { enrolment: someone?.enrolmentId ?? '' }
    expect((await answered(() => personLoader(sent('x', { grants: lodi, params })))).status).toBe(404)
    const query = '?sede=BG.cpi-albino'
    expect((await answered(() => loader(sent('x', { grants: lodi, query })))).status).toBe(404)
    const unknown = { grants: lodi, query: '?modulo=nessuno' }
    expect((await answered(() => loader(sent('x', unknown)))).status).toBe(404)
    expect((await answered(() => loader(sent('x', {})))).status).toBe(403)
    const left = rows.enrolments.find(({ activeKey }) => !activeKey)
    const region = manager({ kind: 'region' })
    const gone = { grants: region, params: { enrolment: left?.id ?? '' } }
    expect((await answered(() => personLoader(sent('x', gone)))).status).toBe(404)
  })

  test('pages follow one another, forth and back, each person once', async () => {
    const everyone = own([bergamo]).map(({ enrolmentId }) => enrolmentId)
    const first = await centre([bergamo])
    expect(first.rows.map(({ enrolmentId }) => enrolmentId)).toEqual(everyone.slice(0, pageSize))
    const third = own([bergamo])[2]?.person.id
    const after = await centre([bergamo], {}, { after: third })
    expect(after.rows.map(({ enrolmentId }) => enrolmentId)).toEqual(everyone.slice(3, 3 + pageSize))
    expect(after.previous).toBe(own([bergamo])[3]?.person.id)
    expect(after.next).toBeNull()
    const back = await centre([bergamo], {}, { before: after.previous ?? '' })
    expect(back.rows.map(({ enrolmentId }) => enrolmentId)).toEqual(everyone.slice(0, 3))
    expect(back.previous).toBeNull()
    expect(back.next).toBe(third)
  })
})
