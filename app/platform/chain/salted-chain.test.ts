import { describe, expect, test } from 'vitest'
import { auditFields } from '../audit/audit-chain'
import { breakInChain, type ChainHead, type ChainLink, digestPayload, digestRow, linkAfter } from './salted-chain'

test('an audit row has the digest that the first edition gave it', () => {
  const payloadDigest = digestPayload('{"n":1}', 'sale')
  expect(payloadDigest).toBe('9bd0431e0781381f631c27ebc7d348c5fac578d25c9699aa2a5192f726b19e9d')
  const at = new Date('2019-12-16T09:00:00.000Z')
  const row = { at, actorId: null, action: 'person.create', objectType: 'person', objectId: 'p1', requestId: 'R-1' }
  expect(digestRow({ seq: 7, previous: 'prima', payloadDigest }, auditFields(row))).toBe(
    '63aad588e405a60a4be23a91703e44642e3b7a728053acb8ebe50d0c9cacbe21',
  )
})

describe('a chain of rows', () => {
  const first = linkAfter(undefined, ['a', 1, null], { n: 1 })
  const second = linkAfter(first, ['b', 2, true], {})

  test('each row follows the one before', () => {
    expect([first.seq, first.previous, second.seq, second.previous]).toEqual([1, '', 2, first.digest])
    expect(breakInChain(first, ['a', 1, null], null)).toBeUndefined()
    expect(breakInChain(second, ['b', 2, true], first)).toBeUndefined()
  })

  test('the same words give another digest each time: nobody guesses them back', () => {
    expect(linkAfter(undefined, [], { n: 1 }).payloadDigest).not.toBe(linkAfter(undefined, [], { n: 1 }).payloadDigest)
  })

  test.each<[string, Partial<ChainLink>, (string | number | boolean | null)[], ChainHead, string | undefined]>([
    ['a field', {}, ['b', 3, true], first, 'row'],
    ['a field of another type', {}, ['b', 2, 'true'], first, 'row'],
    ['the row before taken out', {}, ['b', 2, true], null, 'gap'],
    ['the row before another one', {}, ['b', 2, true], { ...first, digest: 'x' }, 'gap'],
    ['its number', { seq: 3 }, ['b', 2, true], first, 'gap'],
    ['its payload', { payload: '{"n":2}' }, ['b', 2, true], first, 'payload'],
    ['its salt', { salt: 'x' }, ['b', 2, true], first, 'payload'],
    ['the payload erased, the salt kept', { payload: null }, ['b', 2, true], first, 'payload'],
    ['the salt erased, the payload kept', { salt: null }, ['b', 2, true], first, 'payload'],
    ['the digest of the payload', { payloadDigest: 'x' }, ['b', 2, true], first, 'row'],
    ['payload and salt erased by retention', { payload: null, salt: null }, ['b', 2, true], first, undefined],
  ])('%s changed', (_, change, fields, before, reason) => {
    expect(breakInChain({ ...second, ...change }, fields, before)).toBe(reason)
  })
})
