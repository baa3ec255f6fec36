import { describe, expect, test } from 'vitest'
import { actIds, taskIds } from '~/features/curriculum/rules/act-matrix'
import type { Criterion, ModuleSettings, PlanOutline, Targets } from '~/features/curriculum/rules/module-content'
import { someModule } from '../../../../tests/setup/plans'
import { composeModule, type PlannedModule } from './composition'
import { findMissing } from './missing'
import type { Composition } from './plan-document'
import type { SizingEntry } from './sizing'

const targets: Targets = {
  leps: [{ id: 'lep-did', title: 'Supporto alla DID', facts: [], audience: 'people' }],
  topics: [{ id: 'art5-piano', title: 'La materia del Piano', facts: [] }],
  areas: [{ id: 'art2-lep', title: 'Rispetto dei livelli essenziali', facts: [] }],
}
const entries: SizingEntry[] = [
  { id: 'LO.a', name: 'CPI Lodi', provinceCode: 'LO', provinceName: 'Lodi', navigatorPlaces: 2 },
  { id: 'LO.b', name: 'CPI Codogno', provinceCode: 'LO', provinceName: 'Lodi', navigatorPlaces: 1 },
]
const everyId = [...taskIds, ...actIds]
const criterion = (id: string): Criterion => ({
  id,
  critical: false,
  observes: everyId,
  navigator: 'Affianca',
  operatore: 'Verifica',
  met: '',
  partly: '',
  notMet: '',
})
const form = { title: 'Scheda', settings: ['Allo sportello'], criteria: [criterion('C1'), criterion('C2')] }
const hours = { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 2 }

/** Two modules with which nothing is missing: the first alone covers everything. */
function whole(): PlannedModule[] {
  const first = someModule({
    slug: 'primo',
    trains: { tasks: [...taskIds], acts: [...actIds], leps: ['lep-did'], topics: ['art5-piano'], areas: ['art2-lep'] },
    hours: { navigator: hours, operatore: hours },
    observation: { required: 1, observers: 1, cutPercent: 70 },
    form,
  })
  const second = someModule({
    slug: 'secondo',
    hours: { navigator: hours, operatore: hours },
    prerequisites: ['primo'],
  })
  return [{ ...first, questions: first.questions.map((question) => ({ ...question, tests: everyId })) }, second]
}

const outline: PlanOutline = {
  title: 'Piano',
  modules: ['primo', 'secondo'],
  classSize: 20,
  covers: [],
  totals: { navigator: { ...hours, online: 2, onTheJob: 4 }, operatore: { ...hours, online: 2, onTheJob: 4 } },
}
const people = [
  { entry: 'LO.a', places: 2, navigators: 2, operators: 3 },
  { entry: 'LO.b', places: 1, navigators: 1, operators: 0 },
]

type Change = {
  /** Other settings of the first module, or of the second. */
  first?: Partial<ModuleSettings>
  second?: Partial<ModuleSettings>
  /** What the content has, other than what fits. */
  modules?: PlannedModule[]
  order?: string[]
  people?: typeof people
  classSize?: number
  outline?: PlanOutline
}

function missing(change: Change = {}) {
  const modules = change.modules ?? whole()
  const composed = whole().map((module) => composeModule(module))
  const settings: Record<string, Partial<ModuleSettings> | undefined> = { primo: change.first, secondo: change.second }
  const composition: Composition = {
    title: 'Piano',
    modules: (change.order ?? ['primo', 'secondo']).flatMap((slug) =>
      composed.filter((module) => module.slug === slug).map((module) => ({ ...module, ...settings[slug] })),
    ),
    sizing: { classSize: change.classSize ?? 20, entries: change.people ?? people },
  }
  return findMissing({ composition, modules, targets, outline: change.outline ?? outline, entries })
}

const { assessment } = composeModule(someModule({ slug: 'x' }))
const test1 = (rule: Partial<typeof assessment>): Change => ({ first: { assessment: { ...assessment, ...rule } } })
const without = (change: (module: PlannedModule) => Partial<PlannedModule>): Change => ({
  modules: whole().map((module, index) => (index === 0 ? { ...module, ...change(module) } : module)),
})

test('a plan that lacks nothing has no findings', () => {
  expect(missing()).toEqual([])
})

describe('what blocks', () => {
  test.each<[string, Change, RegExp]>([
    ['no module', { order: [] }, /^Il piano non ha moduli/],
    ['a module that the content has no longer', { modules: whole().slice(0, 1) }, /non hanno più il modulo «secondo»/],
    ['nobody takes a module', { second: { hours: {} } }, /^secondo: nessun profilo lo segue/],
    [
      'a profile without hours',
      { second: { hours: { navigator: hours, operatore: { ...hours, online: 0, onTheJob: 0 } } } },
      /^secondo: è previsto per operatori CPI, ma senza ore/,
    ],
    [
      'quarters of an hour',
      { second: { hours: { navigator: { ...hours, online: 1.25 } } } },
      /^secondo: le ore per Navigator sono intere o mezze/,
    ],
    [
      'hours below zero',
      { second: { hours: { navigator: { ...hours, online: -1 } } } },
      /^secondo: le ore per Navigator/,
    ],
    ['a test without questions', test1({ blueprint: [], cut: 1 }), /il test non estrae domande/],
    [
      'an objective that is not there',
      test1({ blueprint: [{ objective: 'O9', count: 3 }] }),
      /obiettivo O9, che il modulo non ha/,
    ],
    [
      'a bank that cannot fill the blueprint',
      test1({ blueprint: [{ objective: 'O1', level: 'apply', count: 7 }] }),
      /7 domande su O1 \(applicare\), ma la banca ne dà 6/,
    ],
    ['cut zero', test1({ cut: 0 }), /la soglia parte da 1/],
    ['cut above the questions', test1({ cut: 5 }), /la soglia del test è 5 risposte giuste su 4/],
    ['no attempts', test1({ attempts: 0 }), /almeno un tentativo/],
    ['no waits', test1({ waitHours: [] }), /manca l’attesa/],
    ['no time', test1({ timeLimitMinutes: 0 }), /parte da un minuto/],
    [
      'a prerequisite that is not in the plan',
      { second: { prerequisites: ['altro'] } },
      /«altro», che non è nel piano/,
    ],
    ['a prerequisite of itself', { second: { prerequisites: ['secondo'] } }, /requisito di se stesso/],
    [
      'a prerequisite that comes later',
      { order: ['secondo', 'primo'] },
      /^secondo: chiede prima «primo», che nel piano viene dopo/,
    ],
    [
      'two that wait for each other',
      { first: { prerequisites: ['secondo'] } },
      /^primo: .* nessuno dei due si aprirebbe/,
    ],
    [
      'a prerequisite that a profile does not take',
      { first: { hours: { navigator: hours } } },
      /^secondo: chiede prima «primo», che non è previsto per operatori CPI/,
    ],
    ['an observation without form', without(() => ({ form: undefined })), /non ha la scheda/],
    [
      'a form without criteria for a profile',
      without(() => ({ form: { ...form, criteria: form.criteria.map((one) => ({ ...one, operatore: undefined })) } })),
      /non ha criteri per operatori CPI/,
    ],
    [
      'no observation required',
      { first: { observation: { required: 0, observers: 1, cutPercent: 70 } } },
      /richieste partono da una/,
    ],
    [
      'more observers than observations',
      { first: { observation: { required: 1, observers: 2, cutPercent: 70 } } },
      /chi osserva va da una persona/,
    ],
    [
      'a cut of more than everything',
      { first: { observation: { required: 1, observers: 1, cutPercent: 101 } } },
      /dall’1 al 100/,
    ],
    [
      'nobody planned',
      { people: people.map((one) => ({ ...one, navigators: 0, operators: 0 })) },
      /^Nessuna persona è prevista/,
    ],
    ['a sizing of another table', { people: people.slice(1) }, /della tabella sono cambiati/],
    ['no class size', { classSize: 0 }, /almeno una persona/],
  ])('%s', (_, change, sentence) => {
    const blocking = missing(change).filter(({ severity }) => severity === 'blocking')
    expect(blocking.map((finding) => finding.sentence)).toContainEqual(expect.stringMatching(sentence))
  })

  test('a single attempt needs no wait', () => {
    expect(missing(test1({ attempts: 1, waitHours: [] }))).toEqual([])
  })

  test('a module without observation needs no form', () => {
    expect(
      missing({ ...without(() => ({ form: undefined })), first: { observation: undefined } }).filter(
        ({ severity }) => severity === 'blocking',
      ),
    ).toEqual([])
  })

  test('it comes first, and leads to where it is put right', () => {
    const findings = missing({ ...test1({ cut: 0 }), outline: { ...outline, totals: {} } })
    expect(findings.map(({ severity }) => severity)).toEqual(['blocking', 'warning', 'warning'])
    expect(findings[0]?.where).toEqual({ kind: 'module', slug: 'primo' })
  })
})

describe('what warns', () => {
  const untrained = (id: string) =>
    without(({ trains }) => ({ trains: { ...trains, tasks: trains.tasks.filter((task) => task !== id) } }))
  const tested = (count: number) =>
    without(({ questions }) => ({
      questions: questions.map((question, index) => ({
        ...question,
        tests: everyId.filter((id) => id !== 'F3.C1' || index < count),
      })),
    }))

  test.each<[string, Change, string]>([
    ['a task that nobody trains', untrained('F7.3'), 'Attività F7.3: nessun modulo.'],
    ['an act tested by too few questions', tested(3), 'Compito F3.C1: 3 domande invece di almeno 4.'],
    [
      'observed by a single criterion',
      without(() => ({
        form: {
          ...form,
          criteria: [criterion('C1'), { ...criterion('C2'), observes: everyId.filter((id) => id !== 'F3.1') }],
        },
      })),
      'Attività F3.1: 1 criterio invece di almeno 2.',
    ],
    [
      'a LEP that nobody trains',
      without(({ trains }) => ({ trains: { ...trains, leps: [] } })),
      'LEP «Supporto alla DID»: nessun modulo.',
    ],
    [
      'a topic',
      without(({ trains }) => ({ trains: { ...trains, topics: [] } })),
      'Tema dell’art. 5 «La materia del Piano»: nessun modulo.',
    ],
    [
      'an area',
      without(({ trains }) => ({ trains: { ...trains, areas: [] } })),
      'Ambito dell’art. 2 «Rispetto dei livelli essenziali»: nessun modulo.',
    ],
    [
      'an entry over its places',
      { people: people.map((one) => (one.entry === 'LO.b' ? { ...one, navigators: 2 } : one)) },
      'CPI Codogno: sono previsti 2 Navigator, ma l’atto dà 1 posto.',
    ],
    [
      'a province over its places',
      { people: people.map((one) => (one.entry === 'LO.b' ? { ...one, navigators: 2 } : one)) },
      'Provincia di Lodi: sono previsti 4 Navigator, ma l’atto dà 3 posti.',
    ],
    [
      'collaborative hours without activities',
      { second: { hours: { navigator: { ...hours, collaborative: 3 }, operatore: hours } } },
      'secondo: le ore collaborative per Navigator sono 3, le attività ne riempiono 0.',
    ],
    [
      'totals other than declared',
      { second: { hours: { navigator: { ...hours, onTheJob: 2.5 }, operatore: hours } } },
      'Ore per Navigator diverse da quelle dichiarate nei contenuti: sul lavoro 4,5 invece di 4.',
    ],
    [
      'a profile that takes nothing',
      { first: { hours: { navigator: hours } }, second: { hours: { navigator: hours } } },
      'Nessun modulo è per operatori CPI.',
    ],
  ])('%s', (_, change, sentence) => {
    expect(missing(change)).toContainEqual(expect.objectContaining({ severity: 'warning', sentence }))
  })

  test('one place more in an entry does not hide that the province keeps within its own', () => {
    const moved = people.map((one) => ({ ...one, navigators: one.entry === 'LO.a' ? 3 : 0 }))
    expect(missing({ people: moved }).map(({ sentence }) => sentence)).toEqual([
      'CPI Lodi: sono previsti 3 Navigator, ma l’atto dà 2 posti.',
    ])
  })

  test('what only one profile lacks says which', () => {
    const change: Change = { first: { hours: { navigator: hours } }, second: { prerequisites: [] } }
    expect(missing(change).map(({ sentence }) => sentence)).toContain(
      'LEP «Supporto alla DID»: nessun modulo per operatori CPI.',
    )
  })

  test('it leads to the row of the coverage', () => {
    expect(missing(untrained('F7.3'))[0]?.where).toEqual({ kind: 'coverage', id: 'F7.3' })
  })

  test('nothing to tell of an empty plan but that it is empty, and that the hours differ', () => {
    expect(missing({ order: [] }).map(({ sentence }) => sentence.slice(0, 20))).toEqual([
      'Il piano non ha modu',
      'Ore per Navigator di',
      'Ore per operatori CP',
    ])
  })
})
