import { expect, test } from 'vitest'
import { mostTexts, renderedText } from './rendered-text.server'

const markdown = '## Prima\n\nSi parte dalla DID. {F-027}\n\n## Dopo\n\nPoi si saluta. {prassi}\n'

test('a text comes with its headings and with the facts that it rests on', () => {
  const { html, headings, basis } = renderedText('uno', markdown)
  expect(html).toContain('Si parte dalla DID.')
  expect(headings.map(({ text }) => text)).toEqual(['Prima', 'Dopo'])
  expect(basis.map(({ id }) => id)).toEqual(['F-027'])
})

test('is made once for everybody, and kept as long as others do not push it out', () => {
  const first = renderedText('due', markdown)
  expect(renderedText('due', markdown)).toBe(first)
  for (let count = 0; count < mostTexts; count += 1) renderedText(`altro-${count}`, 'Poco. {prassi}\n')
  expect(renderedText('due', markdown)).not.toBe(first)
})
