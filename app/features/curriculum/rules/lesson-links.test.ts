import { describe, expect, test } from 'vitest'
import { findLinks, guidePlaceOf, isSafeAddress, linkAtStartOf, refuseLink, shieldLinks } from './lesson-links'

test('links of a text, with or without words of their own, also where a bar ends the cell of a table', () => {
  const text = 'Con la [[did]] e [[fase-3|la fase 3]], vedi [[F3.C4|la DID]].'
  const expected = [{ target: 'did' }, { target: 'fase-3', words: 'la fase 3' }, { target: 'F3.C4', words: 'la DID' }]
  expect(findLinks(text)).toEqual(expected)
  expect(shieldLinks('| [[did|la DID]] | [[sap\\|la SAP]] | a |')).not.toMatch(/\w\\?\|\w|\w\\?\|l/)
  expect(findLinks(shieldLinks(text))).toEqual(expected)
})

test('only a link that is closed is one', () => {
  expect(linkAtStartOf('[[did|la DID]] serve')).toEqual({ raw: '[[did|la DID]]', target: 'did', words: 'la DID' })
  expect(linkAtStartOf('[[did| serve')).toBeUndefined()
  expect(linkAtStartOf('la [[did]]')).toBeUndefined()
})

test.each([
  ['fase-8', { to: '/guida/fasi/8', name: 'fase 8' }],
  ['F3.1', { to: '/guida/attivita/F3.1', name: 'F3.1' }],
  ['F3.C6', { to: '/guida/attivita/F3.C6', name: 'F3.C6' }],
  ['F3.9', undefined],
  ['fase-10', undefined],
  ['did', undefined],
])('%s stands at %o', (target, expected) => {
  expect(guidePlaceOf(target)).toEqual(expected)
})

test('links lead to terms, phases, tasks and acts', () => {
  const terms = new Set(['did'])
  expect(['did', 'fase-3', 'F3.1', 'F3.C1'].flatMap((target) => refuseLink(target, terms))).toEqual([])
  expect(refuseLink('sap', terms)).toEqual([
    'il collegamento [[sap]] non porta a un termine, una fase, un’attività o un compito',
  ])
})

describe('isSafeAddress', () => {
  test.each([
    'https://www.example.org/a?b=c',
    'http://example.org',
    'mailto:rotta@rotta.example',
    '/guida/fasi/3#a',
    '/',
  ])('%s may be a link', (address) => {
    expect(isSafeAddress(address)).toBe(true)
  })
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    '//example.org',
    '/\\example.org',
    '/\t/example.org',
    'https:/example.org',
    'ftp://example.org',
    'guida',
    '',
  ])('%j may not', (address) => {
    expect(isSafeAddress(address)).toBe(false)
  })
})
