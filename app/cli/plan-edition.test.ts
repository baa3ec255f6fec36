import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { makePlan, someModule } from '../../tests/setup/plans'
import { planEdition } from './plan-edition'

vi.mock('~/ui/styles/edition-styles', () => ({ editionStyleLinks: [], editionStyleText: 'body{color:black}' }))

const folder = mkdtempSync(join(tmpdir(), 'rotta-edition-'))
const out = join(folder, 'piano.html')

test('without a plan in force there is nothing to print, unless a version is named', async () => {
  expect(await planEdition.run({ out })).toMatchObject({ code: 1, json: { ok: false, reason: 'none-in-force' } })
  const { document } = await makePlan({ approved: false })
  expect(await planEdition.run({ out })).toMatchObject({ code: 1, json: { reason: 'none-in-force' } })
  expect(readdirSync(folder)).toEqual([])
  const { number } = document
  expect(await planEdition.run({ out, number: String(number) })).toMatchObject({
    code: 0,
    json: { ok: true, file: out, number, state: 'in-review' },
  })
})

test('writes the plan in force into one file, in the place of what stood there', async () => {
  const { document } = await makePlan({ modules: [someModule({ slug: 'primo', title: 'Accogliere' })] })
  writeFileSync(out, 'vecchio')
  const done = await planEdition.run({ out })
  expect(done).toMatchObject({ code: 0, json: { number: document.number, state: 'in-force' } })
  expect(done.lines.join(' ')).toContain('approvata e in vigore')
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('2.1</span> M1 Accogliere')
  expect(done.json.bytes).toBe(Buffer.byteLength(text))
  expect(readdirSync(folder)).toEqual(['piano.html'])
})

test.each([
  ['no file named', {}, 'no-file'],
  ['no number', { out, number: 'ultima' }, 'no-number'],
  ['no such version', { out, number: '4711' }, 'no-version'],
  ['a folder that is not there', { out: join(folder, 'manca', 'piano.html') }, 'not-written'],
  ['a folder in the place of the file', { out: join(folder, 'cartella') }, 'not-written'],
])('%s: refused, nothing is written', async (_, values, reason) => {
  writeFileSync(out, 'resta')
  mkdirSync(join(folder, 'cartella'), { recursive: true })
  expect(await planEdition.run(values)).toMatchObject({ code: 1, json: { ok: false, reason } })
  expect(readFileSync(out, 'utf8')).toBe('resta')
  expect(readdirSync(folder).sort()).toEqual(['cartella', 'piano.html'])
})
