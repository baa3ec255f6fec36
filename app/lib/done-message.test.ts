import { expect, test } from 'vitest'
import { doneMessage } from './done-message'

const messages = { letta: 'La lezione è segnata come letta.' }

test.each([
  ['fatto=letta', messages.letta],
  ['fatto=altro', null],
  ['', null],
  ['fatto=', null],
  ['fatto=constructor', null],
  ['fatto=toString', null],
  ['fatto=__proto__', null],
])('after ?%s', (query, message) => {
  expect(doneMessage(messages, new URLSearchParams(query))).toBe(message)
})
