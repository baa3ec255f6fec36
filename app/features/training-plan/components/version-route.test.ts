import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type VersionState, versionStates } from '../rules/version-state'
import { VersionRoute } from './version-route'

const dates = {
  createdAt: new Date('2019-12-01T09:00:00Z'),
  submittedAt: new Date('2019-12-05T09:00:00Z'),
  closedAt: new Date('2019-12-16T09:00:00Z'),
}
/** Where a reader on a phone, who sees no labels, is told that the version stands. */
const standing: Record<VersionState, string> = {
  draft: '1 di 5: Bozza, iniziata il 01/12/2019',
  'in-review': '3 di 5: In esame',
  'in-force': '5 di 5: In vigore',
  superseded: '5 di 5: Superata da un’altra versione',
  returned: '4 di 5: Rinviata il 16/12/2019',
  undecided: '4 di 5: Senza decisione il 16/12/2019',
}

test.each(versionStates)('%s', (state) => {
  const html = renderToStaticMarkup(createElement(VersionRoute, { state, ...dates }))
  const now = /<p class="r-now">(.*)<\/p>/.exec(html)?.[1]?.replace(/<[^>]+>/g, '')
  expect(now).toBe(standing[state])
})
