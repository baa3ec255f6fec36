import { expect, test } from 'vitest'
import { awaitsObserver } from './awaits-observer'

const signed = (id: string, observerId: string, more = {}) => ({
  id,
  observerId,
  sufficient: true,
  corrects: null,
  isVoid: false,
  ...more,
})
const twoByTwo = { required: 2, observers: 2 }

test('whoever has not observed yet is waited for, until the requirement is met', () => {
  expect(awaitsObserver([], { required: 1, observers: 1 }, 'io')).toBe(true)
  expect(awaitsObserver([signed('a', 'altra')], { required: 1, observers: 1 }, 'io')).toBe(false)
  expect(awaitsObserver([signed('a', 'altra')], twoByTwo, 'io')).toBe(true)
})

test('who has observed already is not waited for where the rest must come from others', () => {
  expect(awaitsObserver([signed('a', 'io')], twoByTwo, 'io')).toBe(false)
  expect(awaitsObserver([signed('a', 'io')], { required: 3, observers: 2 }, 'io')).toBe(true)
  expect(awaitsObserver([signed('a', 'io')], { required: 2, observers: 1 }, 'io')).toBe(true)
})

test('an observation that did not count, or was voided, is as if it had not been', () => {
  expect(awaitsObserver([signed('a', 'io', { sufficient: false })], twoByTwo, 'io')).toBe(true)
  const voided = [signed('a', 'io'), signed('b', 'io', { corrects: 'a', isVoid: true })]
  expect(awaitsObserver(voided, twoByTwo, 'io')).toBe(true)
})
