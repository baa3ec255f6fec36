import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '~/features/auth/rules/grants'
import { enrol } from '../../../tests/setup/enrolments'
import { shown } from '../../../tests/setup/pages'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { asked } from '../../../tests/setup/requests'
import { guide } from './guide.server'
import { prepareLessonSearch } from './lesson-search.server'
import ActivityPage, { loader as readActivity } from './pages/activity-page'
import PhasePage, { loader as readPhase } from './pages/phase-page'
import SearchPage, { loader as readSearch } from './pages/search-page'
import SourcesPage, { loader as readSources } from './pages/sources-page'

const hours = { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
const criterion = {
  critical: true,
  observes: ['F3.1', 'F3.C4'],
  met: 'Sì',
  partly: 'Circa',
  notMet: 'No',
  facts: ['F-027'],
}
const form = {
  title: 'Osservare',
  settings: ['Allo sportello, al primo incontro'],
  criteria: [{ ...criterion, id: 'C1', navigator: 'Affianca chi verifica', operatore: 'Verifica la dichiarazione' }],
}

/** A plan of two modules: one for everybody, one for operators alone; its first lesson says which plan it is of. */
function modulesOf(name: string) {
  const first = someModule({
    slug: 'primo',
    title: `Il primo incontro (${name})`,
    phases: [3],
    trains: { tasks: ['F3.1'], acts: ['F3.C4'], leps: [], topics: [], areas: [] },
    form,
    observation: { required: 1, observers: 1, cutPercent: 70 },
  })
  first.lessons[0] = {
    slug: `accogliere-${name}`,
    title: `Accogliere (${name})`,
    lead: 'Alla fine sai accogliere.',
    minutes: 10,
    objectives: ['O1'],
    see: ['F3.1'],
    markdown: [
      '## Il bicchiere d’acqua\n\nOffri un bicchiere d’acqua mentre aspettate. {prassi}',
      ':::verifica\nquestion: Che cosa offri?\noptions:\n  - { text: Una sedia, right: true, why: Il pappagallo tace }\n  - { text: Niente, why: No }\nfacts: [F-027]\n:::\n',
    ].join('\n\n'),
  }
  first.questions = first.questions.map((question, index) => ({
    ...question,
    tests: index < 5 ? ['F3.1'] : ['F3.C4'],
    stem: `Gambo segreto ${index}?`,
  }))
  return [first, someModule({ slug: 'operatori', title: 'Solo operatori', phases: [3], hours: { operatore: hours } })]
}

const person = (id: string, role: Role, profile: string | null = null) => ({ id, profile, roles: [role] })
const activity = (who: Parameters<typeof asked>[0], id = 'F3.1') =>
  readActivity(asked(who, `/guida/attivita/${id}`, { id }))
const search = (who: Parameters<typeof asked>[0], query: string) =>
  readSearch(asked(who, `/cerca?${new URLSearchParams({ q: query })}`))
const html = (page: unknown, data: unknown) => shown(page, data).replaceAll('&#x27;', '’')

describe('before the first approval', () => {
  test('the page of a task says that no plan is approved, and lists nothing', async () => {
    const data = await activity(null)
    expect(data).toMatchObject({ training: null, toldPlan: null })
    expect(html(ActivityPage, data)).toContain('Nessun piano formativo è ancora approvato')
    expect((await readPhase(asked(null, '/guida/fasi/3', { number: '3' }))).training).toBeNull()
  })

  test('the search finds the guide alone, and the sources say so', async () => {
    await prepareLessonSearch()
    expect((await search(null, 'did')).lessons).toBeNull()
    const data = await readSources()
    expect(data.toldPlan).toBeNull()
    expect(html(SourcesPage, data)).toContain('Nessun piano formativo è ancora approvato')
  })
})

describe('with plans approved one after the other', () => {
  let follower: ReturnType<typeof person>
  let numbers: { earlier: number; inForce: number }

  beforeAll(async () => {
    const earlier = await makePlan({ modules: modulesOf('prima'), at: new Date(Date.now() - 60_000) })
    follower = person((await enrol({ versionId: earlier.versionId })).personId, 'learner', 'navigator')
    const later = await makePlan({ modules: modulesOf('dopo') })
    await makePlan({ modules: modulesOf('respinta'), approved: false })
    numbers = { earlier: earlier.document.number, inForce: later.document.number }
  })

  test('a visitor reads what the version in force trains, tests and observes; links lead through the sign-in page', async () => {
    const data = await activity(null)
    expect(data.toldPlan).toBe(numbers.inForce)
    const page = html(ActivityPage, data)
    expect(page).toContain('href="/accedi?ritorno=%2Fmoduli%2Fprimo%2Flezioni%2Faccogliere-dopo"')
    expect(page).toContain('href="/accedi?ritorno=%2Fmoduli%2Fprimo"')
    expect(page).toContain('Lezioni su questa attività')
    expect(page).toContain('5 domande riguardano questa attività')
    expect(page).toContain('Affianca chi verifica')
    expect(page).not.toContain('Verifica la dichiarazione')
    expect(page).toContain('Allo sportello, al primo incontro')
    expect(page).toContain(`in vigore, versione ${numbers.inForce}`)
  })

  test('nothing of questions but their number: no stem, option, key, digest or fact of one', async () => {
    for (const id of ['F3.1', 'F3.C4']) {
      const data = await activity(null, id)
      const all = JSON.stringify(data.training) + html(ActivityPage, data)
      expect(all).not.toMatch(/Gambo segreto|Risposta [abc]|keyDigest|È la prima|O1-1/)
    }
  })

  test('an act has the words of the operator, and its own number of questions', async () => {
    const page = html(ActivityPage, await activity(null, 'F3.C4'))
    expect(page).toContain('Verifica la dichiarazione')
    expect(page).not.toContain('Affianca chi verifica')
    expect(page).toContain('7 domande riguardano questo compito')
  })

  test('who follows an earlier version reads of that one, with links that open; a trainer of the one in force', async () => {
    const own = html(ActivityPage, await activity(follower))
    expect(own).toContain('href="/moduli/primo/lezioni/accogliere-prima"')
    expect(own).toContain(`che segui, versione ${numbers.earlier}`)
    const trainers = html(ActivityPage, await activity(person('formatore', 'trainer')))
    expect(trainers).toContain('href="/moduli/primo/lezioni/accogliere-dopo"')
  })

  test('who opens no lesson gets titles without links', async () => {
    const page = html(ActivityPage, await activity(person('admin', 'admin')))
    expect(page).toContain('Accogliere (dopo)')
    expect(page).not.toMatch(/href="[^"]*moduli/)
    expect(page).toContain('li apre chi segue il piano')
  })

  test('a phase has the modules about it, without a link to those of the other profile', async () => {
    const phase = async (who: Parameters<typeof asked>[0]) =>
      html(PhasePage, await readPhase(asked(who, '/guida/fasi/3', { number: '3' })))
    expect(await phase(null)).toContain('href="/accedi?ritorno=%2Fmoduli%2Foperatori"')
    const own = await phase(follower)
    expect(own).toContain('href="/moduli/primo"')
    expect(own).toContain('Solo operatori')
    expect(own).not.toContain('href="/moduli/operatori"')
  })

  describe('the search', () => {
    test('finds a lesson by its text: a visitor its title and the way through the sign-in page, and no passage', async () => {
      const data = await search(null, 'bicchiere d’acqua')
      expect(data.lessons?.results.map(({ to, passage }) => ({ to, passage }))).toEqual([
        { to: '/accedi?ritorno=%2Fmoduli%2Fprimo%2Flezioni%2Faccogliere-dopo', passage: [] },
      ])
      const page = html(SearchPage, data)
      expect(page).toContain('Moduli e lezioni si aprono dopo l’accesso')
      expect(JSON.stringify(data)).not.toContain('mentre aspettate')
    })

    test('a learner finds it in the own version, with the passage', async () => {
      const { lessons } = await search(follower, 'bicchiere d’acqua')
      expect(lessons?.results).toHaveLength(1)
      expect(lessons?.results[0]).toMatchObject({
        to: '/moduli/primo/lezioni/accogliere-prima',
        kind: 'Lezione, modulo «Il primo incontro (prima)»',
      })
      expect(lessons?.results[0]?.passage.map(({ text }) => text).join('')).toContain('mentre aspettate')
    })

    test('finds modules by their titles; a learner those of the own profile alone', async () => {
      const found = async (who: Parameters<typeof asked>[0]) =>
        (await search(who, 'solo operatori')).lessons?.results.map(({ title }) => title) ?? []
      expect(await found(person('formatore', 'trainer'))).toContain('Solo operatori')
      expect(await found(follower)).not.toContain('Solo operatori')
      expect((await search(follower, 'solo operatori')).lessons?.total).toBe(0)
    })

    test('who opens no lesson finds none', async () => {
      expect((await search(person('admin', 'admin'), 'bicchiere d’acqua')).lessons).toBeNull()
    })

    test('finds no self-check and no question', async () => {
      for (const query of ['pappagallo', 'gambo segreto']) {
        expect((await search(follower, query)).lessons?.results).toEqual([])
      }
    })

    test('an id finds the lessons that name it, and the modules that train it', async () => {
      const { lessons } = await search(follower, 'F3.1')
      expect(lessons?.results.map(({ to }) => to)).toEqual(['/moduli/primo', '/moduli/primo/lezioni/accogliere-prima'])
    })

    test('the answers of the guide are the same with lessons beside them', async () => {
      for (const query of ['accogliere', 'did', 'F3.1']) {
        const { results, total } = await search(follower, query)
        expect({ results, total }).toEqual(guide().search.search(query))
      }
    })
  })

  test('the sources count the texts of the version in force', async () => {
    const data = await readSources()
    expect(data.toldPlan).toBe(numbers.inForce)
    expect(data.planTexts['F-027']).toBe('1 lezione, 1 criterio di osservazione')
    expect(html(SourcesPage, data)).toContain(`versione ${numbers.inForce}, quella in vigore`)
  })
})
