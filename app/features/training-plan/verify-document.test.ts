import Database from 'better-sqlite3'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { database } from '~/platform/database/client.server'
import { environment } from '~/platform/environment.server'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { verifyDocument } from './verify-document.server'

let body: string
let number: number

beforeAll(async () => {
  expect(await verifyDocument(Buffer.from('{}'))).toEqual({ ok: false, reason: 'no-version' })
  await makePlan({ modules: [someModule({ slug: 'altro' })] })
  const { versionId, document } = await makePlan()
  number = document.number
  body = (await database.planDocument.findUniqueOrThrow({ where: { versionId } })).body
})

test('the document as it was submitted is proven', async () => {
  expect(await verifyDocument(Buffer.from(body))).toMatchObject({ ok: true, number })
})

test('a document altered by any one byte is refused, and the byte named', async () => {
  const bytes = Buffer.from(body)
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ change
      expect(await verifyDocument(altered)).toMatchObject({ ok: false, reason: 'differs', byte: at })
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['a text', (text: string) => text.replace('Un modulo di prova.', 'Un modulo di provo.'), 'modules[0].summary'],
  ['a number', (text: string) => text.replace('"cut":3', '"cut":2'), 'modules[0].assessment.cut'],
  ['more at the end', (text: string) => `${text}\n`, ''],
  ['other spaces', (text: string) => JSON.stringify(JSON.parse(text), null, 1), ''],
])('names the first difference: %s', async (_, change, path) => {
  expect(await verifyDocument(Buffer.from(change(body)))).toMatchObject({
    ok: false,
    reason: 'differs',
    number,
    difference: { path },
  })
})

test('rows changed behind the product’s back are found', async () => {
  const { versionId } = await makePlan({ modules: [someModule({ slug: 'toccato' })] })
  const raw = new Database(environment.DATABASE_URL.replace('file:', ''))
  raw.exec('DROP TRIGGER "FrozenPart_no_update"')
  raw
    .prepare(
      `UPDATE FrozenPart SET body = replace(body, 'Un testo.', 'Un altro testo.')
       WHERE hash IN (SELECT hash FROM VersionPart WHERE versionId = ? AND kind = 'lesson')`,
    )
    .run(versionId)
  raw.close()
  const document = await database.planDocument.findUniqueOrThrow({ where: { versionId } })
  expect(await verifyDocument(Buffer.from(document.body))).toMatchObject({
    ok: false,
    reason: 'rows-differ',
    difference: { path: 'modules[0].lessons[0].markdown' },
  })
})

test('a key changed behind the product’s back is found, and not told', async () => {
  const { versionId, document } = await makePlan({ modules: [someModule({ slug: 'altra-chiave', lessonCount: 0 })] })
  const digest = document.modules[0]?.questions[2]?.keyDigest ?? ''
  const raw = new Database(environment.DATABASE_URL.replace('file:', ''))
  raw.exec('DROP TRIGGER "FrozenKey_no_update"')
  raw.prepare(`UPDATE FrozenKey SET body = replace(body, '"a"', '"b"') WHERE digest = ?`).run(digest)
  raw.close()
  const { body: own } = await database.planDocument.findUniqueOrThrow({ where: { versionId } })
  const verdict = await verifyDocument(Buffer.from(own))
  expect(verdict).toMatchObject({
    ok: false,
    reason: 'rows-differ',
    difference: { path: 'modules[0].questions[0].keyDigest', expected: digest },
  })
  expect(JSON.stringify(verdict)).not.toContain('È la prima')
})

test('a byte that is no text does not pass for the sign that stands for such bytes', async () => {
  const { versionId } = await makePlan({
    modules: [someModule({ slug: 'segno', lessonCount: 0, summary: 'Un segno: \uFFFD.' })],
  })
  const { body: own } = await database.planDocument.findUniqueOrThrow({ where: { versionId } })
  const bytes = Buffer.from(own)
  const at = bytes.indexOf('\uFFFD')
  const altered = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)])
  expect(altered.toString('utf8')).toBe(own)
  expect(await verifyDocument(altered)).toMatchObject({ ok: false, reason: 'differs', byte: at })
})
