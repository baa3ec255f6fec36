import { describe, expect, test } from 'vitest'
import { profiles } from '~/features/auth/rules/profiles'
import { readContent } from '~/features/curriculum/read-content.server'
import { actIds, taskIds } from '~/features/curriculum/rules/act-matrix'
import { coverageOf } from '~/features/curriculum/rules/coverage'
import { activityTraining, profileOfActivity } from './activity-training'

const hours = { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
const lesson = (slug: string, ...see: string[]) => ({ slug, title: `Lezione ${slug}`, see })
const criterion = (id: string, observes: string[], words: { navigator?: string; operatore?: string }) => ({
  ...{ id, critical: id === 'C1', observes, met: 'Sì', partly: 'In parte', notMet: 'No', practice: true as const },
  ...words,
})
const trains = (tasks: string[], acts: string[] = []) => ({ tasks, acts, leps: [], topics: [], areas: [] })

const training = {
  slug: 'uno',
  title: 'Uno',
  trains: trains(['F3.1'], ['F3.C1']),
  hours: { navigator: hours, operatore: hours },
  lessons: [lesson('a', 'fase-3'), lesson('b', 'F3.1', 'F3.C1'), lesson('c')],
  questions: [{ tests: ['F3.1', 'F3.C1'] }, { tests: ['F3.C1'] }, { tests: [] }],
  form: {
    settings: ['Allo sportello'],
    criteria: [
      criterion('C1', ['F3.1', 'F3.C1'], { navigator: 'Affianca', operatore: 'Accoglie' }),
      criterion('C2', ['F3.C1'], { operatore: 'Firma' }),
      criterion('C3', ['F3.1'], { operatore: 'Solo per l’operatore' }),
    ],
  },
  observation: { required: 2 },
}
const other = { ...training, slug: 'due', title: 'Due', trains: trains([]), lessons: [lesson('d', 'F3.1')] }
const onlyOperators = { ...training, slug: 'tre', title: 'Tre', hours: { operatore: hours } }

describe('what trains a task or an act', () => {
  test('the module that trains it: the lessons that name it, the others, its questions, its criteria in the words of the profile', () => {
    expect(activityTraining([training], 'F3.1').modules).toEqual([
      {
        slug: 'uno',
        title: 'Uno',
        naming: [{ slug: 'b', title: 'Lezione b' }],
        others: [
          { slug: 'a', title: 'Lezione a' },
          { slug: 'c', title: 'Lezione c' },
        ],
        questions: 1,
        criteria: [{ id: 'C1', critical: true, text: 'Affianca' }],
        settings: ['Allo sportello'],
      },
    ])
    const [act] = activityTraining([training], 'F3.C1').modules
    expect(act?.questions).toBe(2)
    expect(act?.criteria.map(({ text }) => text)).toEqual(['Accoglie', 'Firma'])
  })

  test('a lesson of a module that does not train it stands apart', () => {
    expect(activityTraining([training, other], 'F3.1').elsewhere).toEqual([
      { module: { slug: 'due', title: 'Due' }, lessons: [{ slug: 'd', title: 'Lezione d' }] },
    ])
    expect(activityTraining([other], 'F3.C1')).toEqual({ modules: [], elsewhere: [] })
  })

  test('a module that its profile does not take trains nothing for it', () => {
    expect(activityTraining([onlyOperators], 'F3.1')).toEqual({ modules: [], elsewhere: [] })
    expect(activityTraining([onlyOperators], 'F3.C1').modules).toHaveLength(1)
  })

  test('without an observation asked for, no criterion counts', () => {
    for (const observation of [undefined, { required: 0 }]) {
      const [module] = activityTraining([{ ...training, observation }], 'F3.1').modules
      expect(module).toMatchObject({ criteria: [], settings: [] })
    }
  })

  test('the final test of the plan, which trains nothing, adds neither a module nor a question', () => {
    const final = { ...training, slug: 'test-finale', trains: trains([]), lessons: [], form: undefined }
    expect(activityTraining([training, final], 'F3.1')).toEqual(activityTraining([training], 'F3.1'))
  })
})

test('tasks are the Navigator’s, acts the operator’s', () => {
  expect(taskIds.map(profileOfActivity).every((profile) => profile === 'navigator')).toBe(true)
  expect(actIds.map(profileOfActivity).every((profile) => profile === 'operatore')).toBe(true)
})

test('counts what the coverage counts, for each of the 53, in the plan of the content', () => {
  const { modules, plan, targets } = readContent('content')
  const planned = modules.filter(({ slug }) => plan.modules.includes(slug))
  const rows = profiles.flatMap((profile) => coverageOf(planned, profile, targets))
  for (const id of [...taskIds, ...actIds]) {
    const row = rows.find((one) => one.id === id)
    const { modules: found } = activityTraining(planned, id)
    const sum = (of: (module: (typeof found)[number]) => number) => found.reduce((all, module) => all + of(module), 0)
    expect(found.map(({ slug }) => slug)).toEqual(row?.trainedBy)
    expect(`${id}: ${sum(({ questions }) => questions)}`).toBe(`${id}: ${row?.questions}`)
    expect(`${id}: ${sum(({ criteria }) => criteria.length)}`).toBe(`${id}: ${row?.criteria}`)
    expect(
      sum(({ naming }) => naming.length),
      `${id} has a lesson about it`,
    ).toBeGreaterThan(0)
  }
})
