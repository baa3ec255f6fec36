import { beforeAll, expect, test, vi } from 'vitest'
import { sha256 } from '~/platform/sha256.server'
import { makeDraft } from '../../../tests/setup/committee'
import {
  asked,
  learnerGrant,
  makeReviewers,
  managerGrant,
  statusOf,
  type Who,
} from '../../../tests/setup/committee-pages'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { loader as readComposed } from './pages/composed-edition'
import { loader as readReviewed } from './pages/reviewed-edition'

// The build makes them: what matters here is where they go.
vi.mock('~/ui/styles/edition-styles', () => ({
  editionStyleLinks: ['/assets/fonts.css', '/assets/edition.css'],
  editionStyleText: 'body{color:black}',
}))

const learner: Who = { id: 'x', grants: [learnerGrant] }
let { as, manager, decided } = {} as Awaited<ReturnType<typeof makeReviewers>>

beforeAll(async () => {
  ;({ as, manager, decided } = await makeReviewers())
})

const read = async (who: Who, id: string, query = '') => {
  const response = await readReviewed(asked(who, id, { query }))
  return { response, text: await response.text() }
}

test('who reviews a version reads its edition; a draft is not there for the Cabina', async () => {
  const [versionId, draft] = [await decided(), await makeDraft(901)]
  const status = (who: Who, id: string) => statusOf(() => readReviewed(asked(who, id)))
  expect(await status(null, versionId)).toBe(303)
  expect(await status(learner, versionId)).toBe(403)
  expect(await status({ id: 'x', grants: [{ ...managerGrant, endsOn: '2019-02-01' }] }, versionId)).toBe(403)
  expect([await status(as('anpal'), versionId), await status(manager, versionId)]).toEqual([200, 200])
  expect([await status(manager, draft), await status(manager, 'non-esiste')]).toEqual([404, 404])
  for (const query of ['?stile', '?scarica']) {
    expect(await statusOf(() => readReviewed(asked(as('anpal'), draft, { query })))).toBe(404)
    expect(await statusOf(() => readReviewed(asked(learner, versionId, { query })))).toBe(403)
  }
})

test('who composes the plan reads that of every version', async () => {
  const { versionId } = await makePlan({ approved: false })
  const status = (who: Who, id: string) => statusOf(() => readComposed(asked(who, id)))
  expect([await status(null, versionId), await status(as('anpal'), versionId)]).toEqual([303, 403])
  expect([await status(manager, versionId), await status(manager, 'non-esiste')]).toEqual([200, 404])
})

test('a page of the site: style and margins in files, one script of this very answer, the way back', async () => {
  const { versionId, document } = await makePlan({ modules: [someModule({ slug: 'primo' })] })
  const { response, text } = await read(as('region-director'), versionId)
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  expect(text).toMatch(/^<!doctype html>\n<html lang="it"><head><meta charSet="utf-8"\/>/i)
  expect(text).toContain(`<title>Piano di prova, versione ${document.number}, edizione di lettura</title>`)
  const links = [...text.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)].map(([, href]) => href)
  expect(links).toEqual(['/assets/fonts.css', '/assets/edition.css', '?stile'])
  expect(text).not.toMatch(/<style|\sstyle=/)
  expect(text.match(/<script[^>]*>/g)).toEqual(['<script nonce="x">'])
  expect(text).toContain(`href="/cabina/piani/${versionId}"`)
  const style = await read(as('region-director'), versionId, '?stile')
  expect(style.response.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
  expect(style.text).toContain(`versione ${document.number}, impronta`)
  expect(style.text).toContain('[data-section="2.1"]{page:sezione-2-1}')
})

test('a file of its own: style within, no script, nothing to fetch, the hash on its cover', async () => {
  const { versionId, document } = await makePlan()
  const { response, text } = await read(manager, versionId, '?scarica')
  expect(response.headers.get('Content-Disposition')).toBe(
    `attachment; filename="piano-versione-${document.number}-edizione.html"`,
  )
  expect(text).toContain('<style>body{color:black}\n@page{')
  expect(text).not.toMatch(/<script|<link|\ssrc=|href="[/?]/)
  const [hash = ''] = /[0-9a-f]{64}/.exec(text) ?? []
  const { canonicalJson } = await import('~/lib/canonical-json')
  expect(hash).toBe(sha256(canonicalJson(document)))
})
