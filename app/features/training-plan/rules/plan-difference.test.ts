import { describe, expect, test } from 'vitest'
import { someModule } from '../../../../tests/setup/plans'
import { type Change, differenceOfPlans, weightiestFirst } from './plan-difference'
import type { PlanDocument, PlanModule } from './plan-document'
import { planParts } from './plan-parts'

const criterion = {
  id: 'C1',
  critical: false,
  observes: ['F3.1'],
  operatore: 'Verifica',
  met: 'a',
  partly: 'b',
  notMet: 'c',
}

function plan(modules: PlanModule[] = [full('primo'), full('secondo')]): PlanDocument {
  const entries = [{ entry: 'CO.cpi-erba', places: 2, navigators: 2, operators: 3 }]
  const sizing = { classSize: 20, entries }
  return { format: 'rotta-plan/1', number: 1, title: 'Piano', normsAt: '2019-07-22', modules, sizing }
}
function full(slug: string): PlanModule {
  return someModule({
    slug,
    questionsPerObjective: 2,
    observation: { required: 1, observers: 1, cutPercent: 70 },
    form: { title: 'Scheda', settings: ['caso reale'], criteria: ['C1', 'C2'].map((id) => ({ ...criterion, id })) },
    activities: [
      { id: 'A1', title: 'Insieme', minutes: 60, purpose: 'p', steps: ['uno', 'due'], product: 'q', trainer: 't' },
    ],
    jobAid: { title: 'Sul banco', lead: 'l', markdown: 'Testo dello strumento.' },
  })
}
const said = (change: Change) => {
  if (change.kind === 'edited') {
    const text = (kind: string) => change.pieces.filter((piece) => piece.kind === kind).map((piece) => piece.text)
    return `${change.label}: ${text('removed').join('|')} → ${text('added').join('|')}`
  }
  if (change.kind === 'moved') return `moved ${change.label} after ${change.follows}`
  return change.kind === 'key' ? `key ${change.label}` : `${change.kind} ${change.label}: ${change.text}`
}
/** What changes when the first module (or the plan) is altered. */
function changed(alter: (module: PlanModule, document: PlanDocument) => void) {
  const after = structuredClone(plan())
  const [first] = after.modules
  if (first) alter(first, after)
  return differenceOfPlans(
    plan(),
    after,
    new Map([
      ['CO.cpi-erba', 'CPI Erba'],
      ['lep-accoglienza', 'Accoglienza'],
    ]),
  )
}

describe('the difference of two versions', () => {
  test('of a version with itself is empty, whatever its number', () => {
    expect(differenceOfPlans(plan(), { ...plan(), number: 7 })).toEqual({ sections: [], count: 0 })
  })

  test.each<[string, (module: PlanModule, document: PlanDocument) => void, string[]]>([
    [
      'a title',
      (_, document) => {
        document.title = 'Piano nuovo'
      },
      ['Piano, titolo:  →  nuovo'],
    ],
    [
      'hours',
      (module) => void Object.assign(module.hours.navigator ?? {}, { onTheJob: 2.5 }),
      ['Piano, ore in tutto per i Navigator: 2 h → 4,5 h', 'Modulo, ore sul lavoro per i Navigator: 0 h → 2,5 h'],
    ],
    [
      'a profile that no longer takes it',
      (module) => void delete module.hours.operatore,
      [
        'Piano, ore in tutto per gli operatori CPI: 2 h → 1 h',
        'Modulo, chi lo segue: , operatori CPI → ',
        'Modulo, ore online per gli operatori CPI: 1 h → 0 h',
      ],
    ],
    [
      'cut',
      (module) => {
        module.assessment.cut = 2
      },
      ['Test, risposte giuste per superarlo: 3 → 2'],
    ],
    [
      'attempts',
      (module) => {
        module.assessment.attempts = 2
      },
      ['Test, tentativi: 3 → 2'],
    ],
    [
      'waits',
      (module) => {
        module.assessment.waitHours = [2]
      },
      ['Test, ore di attesa dopo ogni tentativo: 1, 24 → 2'],
    ],
    [
      'time',
      (module) => {
        module.assessment.timeLimitMinutes = 30
      },
      ['Test, tempo: senza limite → 30 minuti'],
    ],
    [
      'blueprint',
      (module) => {
        module.assessment.blueprint = [{ objective: 'O1', level: 'apply', count: 4 }]
      },
      ['Test, domande per obiettivo: : 2\nO2|2 → , applicare|4'],
    ],
    [
      'observation',
      (module) => {
        module.observation = { required: 2, observers: 1, cutPercent: 70 }
      },
      ['Osservazione, osservazioni richieste: 1 → 2'],
    ],
    [
      'no observation',
      (module) => void delete module.observation,
      [
        'Osservazione, osservazioni richieste: 1 → ',
        'Osservazione, osservatori diversi: 1 → ',
        'Osservazione, punteggio richiesto: 70 % → ',
      ],
    ],
    [
      'a lesson’s words',
      (module) => void Object.assign(module.lessons[0] ?? {}, { markdown: '## Perché\n\nUn altro testo. {prassi}\n' }),
      ['Lezione «Lezione 1», testo:  → altro '],
    ],
    ['a lesson less', (module) => void module.lessons.pop(), ['removed Lezione «Lezione 2»: Alla fine sai qualcosa.']],
    ['lessons in another order', (module) => void module.lessons.reverse(), ['moved Lezione «Lezione 2» after null']],
    [
      'a question more',
      (module) =>
        void module.questions.push({ ...(module.questions[0] as (typeof module.questions)[number]), id: 'N' }),
      ['added Domanda N: Domanda 1 su O1?'],
    ],
    [
      'options in another order',
      (module) => void module.questions[0]?.options.reverse(),
      ['Domanda O1-1, risposte: a|a|c|c → c|c|a|a'],
    ],
    ['a key', (module) => void Object.assign(module.questions[0] ?? {}, { keyDigest: 'x' }), ['key Domanda O1-1']],
    [
      'a criterion',
      (module) => void Object.assign(module.form?.criteria[1] ?? {}, { critical: true }),
      ['Criterio C2, critico: no → sì'],
    ],
    ['criteria moved', (module) => void module.form?.criteria.reverse(), ['moved Criterio C2 after null']],
    [
      'an activity less',
      (module) => {
        module.activities = []
      },
      ['removed Attività collaborativa «Insieme»: p'],
    ],
    ['no job aid', (module) => void delete module.jobAid, ['removed Strumento «Sul banco»: l']],
    [
      'what is trained',
      (module) => void module.trains.tasks.push('F3.1'),
      ['Modulo, attività dei Navigator formate:  → F3.1'],
    ],
    [
      'a target, called by its title',
      (module) => void module.trains.leps.push('lep-accoglienza'),
      ['Modulo, LEP formati:  → Accoglienza'],
    ],
    [
      'sizing',
      (_, document) => void Object.assign(document.sizing.entries[0] ?? {}, { operators: 4 }),
      ['CPI Erba, operatori da formare: 3 → 4'],
    ],
    [
      'an entry less',
      (_, document) => void document.sizing.entries.pop(),
      ['removed CPI Erba: posti Navigator: 2, Navigator da formare: 2, operatori da formare: 3'],
    ],
    [
      'modules in another order',
      (_, document) => void document.modules.reverse(),
      ['moved Modulo «Modulo secondo» after null'],
    ],
  ])('%s', (_, alter, expected) => {
    const { sections, count } = changed(alter)
    expect(sections.flatMap(({ changes }) => changes.map(said))).toEqual(expected)
    expect(count).toBe(expected.length)
  })

  test('a module more and one less stand for all that is in them', () => {
    const { sections } = differenceOfPlans(plan([full('primo')]), plan([full('terzo')]))
    expect(sections.map(({ moduleSlug, changes }) => [moduleSlug, changes.map(({ kind }) => kind)])).toEqual([
      [null, ['added', 'removed']],
    ])
  })

  test('says nothing of keys but that one changed', () => {
    const { sections } = changed((module) => void Object.assign(module.questions[0] ?? {}, { keyDigest: 'segreto' }))
    expect(JSON.stringify(sections)).not.toContain('segreto')
  })

  test('every change names a part of the version, or one that went away', () => {
    const { sections } = changed((module, document) => {
      module.lessons.pop()
      module.assessment.cut = 1
      document.sizing.classSize = 10
      Object.assign(module.form?.criteria[0] ?? {}, { met: 'z' })
    })
    const parts = new Set(planParts(plan()).flatMap((group) => group.parts.map(({ path }) => path)))
    const named = sections.flatMap(({ changes }) => changes.map(({ part }) => part))
    expect(named.filter((part) => !parts.has(part))).toEqual([])
    expect(named).toHaveLength(4)
  })

  test('structure comes before numbers, numbers before keys, keys before texts', () => {
    const { sections } = changed((module) => {
      Object.assign(module.lessons[0] ?? {}, { lead: 'Altro' })
      Object.assign(module.questions[0] ?? {}, { keyDigest: 'x' })
      module.assessment.cut = 1
      module.activities = []
    })
    const changes = weightiestFirst(sections.flatMap((section) => section.changes))
    expect(changes.map((change) => (change.kind === 'edited' ? change.of : change.kind))).toEqual([
      'removed',
      'number',
      'key',
      'text',
    ])
  })
})
