import { describe, expect, test } from 'vitest'
import { learner, observed, unread } from '../../../../tests/setup/learner-modules'
import type { LearnerModule } from './learner-module'
import { hoursByMode, moduleStanding, moduleStateText, type Proof, totalHours } from './module-standing'

const at = new Date('2019-12-16T08:05:00Z')
const said = ({ mark, text }: Proof) => `${mark}: ${text.replaceAll('\u00a0', ' ')}`

describe('each proof in words, with its mark', () => {
  test.each<[lessons: LearnerModule['lessons'], words: string]>([
    [unread(5), 'todo: Lette 0 su 5'],
    [unread(5, [1, 2, 3]), 'half: Lette 3 su 5'],
    [unread(2, [1, 2]), 'ok: Lette 2 su 2'],
  ])('lessons %#', (lessons, words) => {
    expect(said(moduleStanding(learner('a', { lessons })).lessons)).toBe(words)
  })

  test.each<[required: number, done: number, words: string]>([
    [0, 0, 'off: Non previste'],
    [360, 0, 'todo: 0 h su 6 h'],
    [360, 250, 'half: 4 h 10 min su 6 h'],
    [360, 360, 'ok: 6 h su 6 h'],
  ])('%d minutes asked, %d done', (required, done, words) => {
    const module = learner('a', { minutesRequired: { onTheJob: required }, minutesDone: { onTheJob: done } })
    expect(said(moduleStanding(module).hours)).toBe(words)
  })

  test.each<[state: LearnerModule['test'], words: string]>([
    [{ kind: 'lessons-first' }, 'todo: Si apre a lezioni finite'],
    [{ kind: 'prerequisites-first', modules: ['Uno', 'Due'] }, 'todo: Si apre dopo il test di «Uno», «Due»'],
    [{ kind: 'ready', number: 2, attempts: 3 }, 'todo: Aperto: tentativo 2 di 3'],
    [{ kind: 'in-progress', attemptId: 'x', number: 1, dueAt: null }, 'half: Iniziato, da consegnare'],
    [{ kind: 'waiting', number: 2, until: at }, 'todo: Si riapre il 16/12/2019, ore 9.05'],
    [{ kind: 'passed', attemptId: 'x', at }, 'ok: Superato'],
    [{ kind: 'passed', attemptId: null, at }, 'ok: Riconosciuto'],
    [{ kind: 'exhausted' }, 'warn: Tentativi finiti: lo sblocca chi ti forma'],
  ])('the test: $kind', (state, words) => {
    expect(said(moduleStanding(learner('a', { test: state })).test)).toBe(words)
  })

  test.each<[required: number | undefined, met: boolean, words: string]>([
    [undefined, false, 'off: Non prevista'],
    [1, false, 'todo: 0 di 1 raggiunta'],
    [3, false, 'todo: 0 di 3 raggiunte'],
    [3, true, 'ok: Requisito raggiunto'],
  ])('%s observations asked, met: %s', (required, observationMet, words) => {
    const observation = required === undefined ? undefined : { required, observers: 1, cutPercent: 70 }
    expect(said(moduleStanding(learner('a', { observation, observationMet })).observation)).toBe(words)
  })

  test.each<[signed: number, sufficient: boolean, words: string]>([
    [1, true, 'half: 1 di 3 raggiunta'],
    [2, true, 'half: 2 di 3 raggiunte'],
    [2, false, 'todo: 0 di 3 raggiunte'],
  ])('%d observations signed, counting %s', (signed, sufficient, words) => {
    const observations = Array.from({ length: signed }, (_, index) => observed(String(index), { sufficient }))
    const observation = { required: 3, observers: 1, cutPercent: 70 }
    expect(said(moduleStanding(learner('a', { observation, observations })).observation)).toBe(words)
  })
})

test.each<[module: LearnerModule, text: string]>([
  [learner('a', { lessons: unread(2) }), 'Da iniziare'],
  [learner('a', { lessons: unread(2, [2]) }), 'Iniziato'],
  [
    learner('a', { lessons: unread(2), minutesRequired: { classroom: 60 }, minutesDone: { classroom: 30 } }),
    'Iniziato',
  ],
  [learner('a', { lessons: unread(2), test: { kind: 'passed', attemptId: null, at } }), 'Iniziato'],
  [learner('a', { lessons: unread(2), observationMet: true }), 'Iniziato'],
  [learner('a', { lessons: unread(2), observations: [observed('x', { sufficient: false })] }), 'Iniziato'],
  [learner('a', { completedAt: at }), 'Completato il 16/12/2019'],
])('how far a module is %#', (module, text) => {
  expect(moduleStateText(module)).toBe(text)
})

test('hours add up by mode; modes that no module asks for are left out', () => {
  const modules = [
    learner('a', { minutesRequired: { classroom: 120, online: 60 }, minutesDone: { classroom: 60, online: 60 } }),
    learner('b', { minutesRequired: { classroom: 60, onTheJob: 90 }, minutesDone: { onTheJob: 30 } }),
  ]
  expect(hoursByMode(modules)).toEqual([
    { mode: 'online', done: 60, required: 60 },
    { mode: 'classroom', done: 60, required: 180 },
    { mode: 'onTheJob', done: 30, required: 90 },
  ])
  expect(totalHours(modules)).toEqual({ done: 150, required: 330 })
})
