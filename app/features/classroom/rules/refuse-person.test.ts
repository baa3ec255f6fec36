import { describe, expect, test } from 'vitest'
import { type PersonFacts, type PersonRefusal, refusalText, refusePerson } from './refuse-person'

const facts: PersonFacts = {
  inReach: true,
  isTrainer: false,
  left: false,
  enrolledOn: '2026-02-01',
  taken: true,
  stood: false,
  elsewhere: undefined,
}

describe('who may stand in a register', () => {
  test.each<[string, Partial<PersonFacts>, string, PersonRefusal | undefined]>([
    ['a learner in reach', {}, '2026-03-02', undefined],
    ['on the day of the enrolment', {}, '2026-02-01', undefined],
    ['the day before', {}, '2026-01-31', 'before-enrolment'],
    ['the trainer', { isTrainer: true }, '2026-03-02', 'trainer'],
    ['who moved away', { inReach: false }, '2026-03-02', 'out-of-reach'],
    ['who left', { left: true }, '2026-03-02', 'left'],
    ['who does not take it so', { taken: false }, '2026-03-02', 'not-taken'],
    ['who was elsewhere', { elsewhere: 'registro' }, '2026-03-02', 'elsewhere'],
    [
      'who stood in what is corrected, and has moved and left since',
      { stood: true, inReach: false, left: true },
      '2026-03-02',
      undefined,
    ],
    ['who stood there, before the enrolment', { stood: true }, '2026-01-31', 'before-enrolment'],
    ['who stood there, in another module', { stood: true, taken: false }, '2026-03-02', 'not-taken'],
    ['who stood there, and is elsewhere', { stood: true, elsewhere: 'registro' }, '2026-03-02', 'elsewhere'],
  ])('%s', (_, change, heldOn, refused) => {
    expect(refusePerson({ ...facts, ...change }, heldOn)).toBe(refused)
  })

  test('the other register is named', () => {
    const elsewhere = 'registro di Teo Formatore, 02/03/2026, ore 9.00–11.00'
    expect(refusalText('elsewhere', { elsewhere })).toContain(elsewhere)
  })
})
