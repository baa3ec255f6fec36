import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, test } from 'vitest'
import type { ModuleSettings } from '~/features/curriculum/rules/module-content'
import { formOfSettings, moduleSettingsForm, settingsOfForm } from './module-settings.schema'

const hours = { online: 1, classroom: 1.5, remote: 0, collaborative: 3, onTheJob: 12 }
const settings: ModuleSettings = {
  hours: { navigator: hours, operatore: { ...hours, onTheJob: 6 } },
  prerequisites: ['primo'],
  assessment: {
    blueprint: [
      { objective: 'O1', level: 'apply', count: 2 },
      { objective: 'O1', count: 1 },
      { objective: 'O2', level: 'remember', count: 1 },
    ],
    cut: 3,
    attempts: 3,
    waitHours: [1, 24],
    timeLimitMinutes: 20,
  },
  observation: { required: 2, observers: 1, cutPercent: 70 },
}
const objectives = [{ id: 'O1' }, { id: 'O2' }]

/** The form as a browser without script sends it. */
function sent(of: ModuleSettings, changes: Record<string, string | string[] | null> = {}) {
  const {
    taken,
    hours: typed,
    prerequisites,
    blueprint,
    observed,
    timeLimitMinutes,
    ...plain
  } = formOfSettings(of, objectives)
  const form = new FormData()
  form.set('revision', '4')
  for (const profile of taken) form.append('taken', profile)
  for (const [profile, byMode] of Object.entries(typed)) {
    for (const [mode, text] of Object.entries(byMode)) form.set(`hours.${profile}.${mode}`, text)
  }
  for (const slug of prerequisites) form.append('prerequisites', slug)
  blueprint.forEach((row, index) => {
    for (const [cell, value] of Object.entries(row)) form.set(`blueprint[${index}].${cell}`, String(value))
  })
  if (observed) form.set('observed', 'on')
  form.set('timeLimitMinutes', String(timeLimitMinutes ?? ''))
  for (const [name, value] of Object.entries(plain)) form.set(name, String(value))
  for (const [name, value] of Object.entries(changes)) {
    form.delete(name)
    for (const text of [value ?? []].flat()) form.append(name, text)
  }
  return parseWithZod(form, { schema: moduleSettingsForm })
}
const read = (...given: Parameters<typeof sent>) => {
  const submission = sent(...given)
  if (submission.status !== 'success') throw new Error(JSON.stringify(submission.reply().error))
  return settingsOfForm(submission.value)
}

describe('what the form shows, sent back as it is, is what stood there', () => {
  test.each<[string, ModuleSettings]>([
    ['all of it', settings],
    ['one profile alone', { ...settings, hours: { operatore: hours } }],
    [
      'no observation, no time limit, no prerequisite',
      {
        ...settings,
        prerequisites: [],
        assessment: { ...settings.assessment, timeLimitMinutes: undefined },
        observation: undefined,
      },
    ],
    ['two prerequisites', { ...settings, prerequisites: ['primo', 'secondo'] }],
    ['one attempt and no wait', { ...settings, assessment: { ...settings.assessment, attempts: 1, waitHours: [] } }],
  ])('%s', (_, given) => {
    expect(read(given)).toEqual(JSON.parse(JSON.stringify(given)))
  })
})

describe('what was typed', () => {
  test('hours with a comma, with a point, or left empty', () => {
    const typed = read(settings, {
      'hours.navigator.online': '2,5',
      'hours.navigator.remote': '0.5',
      'hours.navigator.onTheJob': '',
    })
    expect(typed.hours.navigator).toEqual({ ...hours, online: 2.5, remote: 0.5, onTheJob: 0 })
  })

  test('a profile without its tick has no hours, whatever is written in them', () => {
    expect(Object.keys(read(settings, { taken: 'navigator' }).hours)).toEqual(['navigator'])
    expect(read(settings, { taken: null }).hours).toEqual({})
  })

  test('without its tick an observation is not asked for, whatever is written in it', () => {
    expect(read(settings, { observed: null, required: '' })).not.toHaveProperty('observation')
  })

  test('empty cells draw nothing', () => {
    expect(read(settings, { 'blueprint[0].any': '', 'blueprint[1].remember': '0' }).assessment.blueprint).toEqual([
      { objective: 'O1', level: 'apply', count: 2 },
    ])
  })
})

describe('what is refused stands beside its field', () => {
  test.each<[string, Record<string, string | null>]>([
    ['hours.navigator.online', { 'hours.navigator.online': '1,25' }],
    ['hours.navigator.online', { 'hours.navigator.online': '-1' }],
    ['hours.navigator.online', { 'hours.navigator.online': 'due' }],
    ['hours.navigator.online', { 'hours.navigator.online': '501' }],
    ['hours.operatore.onTheJob', { 'hours.operatore.onTheJob': 'Infinity' }],
    ['hours.operatore.online', { 'hours.operatore.online': '0x10' }],
    ['hours.operatore.online', { 'hours.operatore.online': '1e2' }],
    ['cut', { cut: '' }],
    ['cut', { cut: '2,5' }],
    ['attempts', { attempts: '0' }],
    ['attempts', { attempts: '1e9' }],
    ['waitHours', { waitHours: '1, domani' }],
    ['waitHours', { waitHours: '1,,2' }],
    ['timeLimitMinutes', { timeLimitMinutes: '0' }],
    ['blueprint[0].apply', { 'blueprint[0].apply': '-1' }],
    ['required', { required: '' }],
    ['observers', { observers: '3' }],
    ['cutPercent', { cutPercent: '101' }],
    ['prerequisites[0]', { prerequisites: '../altro' }],
    ['revision', { revision: 'x' }],
  ])('%s: %o', (field, changes) => {
    const submission = sent(settings, changes)
    expect(submission.status).toBe('error')
    expect(Object.keys(submission.reply().error ?? {})).toEqual([field])
  })
})
