import { expect, test } from 'vitest'
import { pageRules } from './page-rules'

test('every page names the edition, and those of a section the section', () => {
  expect(pageRules('Piano, versione 7', [{ number: '2.5', title: 'Il Patto' }])).toBe(
    '@page{@bottom-left{content:"Piano, versione 7"}}\n' +
      '@page sezione-2-5{@top-right{content:"2.5 Il Patto"}}[data-section="2.5"]{page:sezione-2-5}',
  )
})

test('no title leaves its string, or the style that it stands in', () => {
  const rules = pageRules('A"}</style><script>', [{ number: '1', title: 'B\\\n{}' }])
  expect(rules).not.toMatch(/A"|<|\\\\|B\n/)
  expect(rules).toContain('A\\22 \\7d \\3c ')
})
