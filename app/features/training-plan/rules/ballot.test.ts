import { expect, test } from 'vitest'
import { refuseBallot } from './ballot'

test.each([
  ['approve', undefined, [], undefined],
  ['approve', 'perché sì', [], undefined],
  ['approve', undefined, ['a'], 'conditions-unexpected'],
  ['conditions', undefined, ['a', 'b'], undefined],
  ['conditions', 'perché', [], 'conditions-missing'],
  ['return', 'perché no', [], undefined],
  ['return', undefined, [], 'reasons-missing'],
  ['return', '', [], 'reasons-missing'],
  ['return', 'perché no', ['a'], 'conditions-unexpected'],
  ['abstain', undefined, [], undefined],
  ['abstain', undefined, ['a'], 'conditions-unexpected'],
] as const)('%s, reasons %j, conditions %j: %s', (choice, reasons, conditions, refusal) =>
  expect(refuseBallot({ choice, reasons, conditions: [...conditions] })).toBe(refusal),
)
