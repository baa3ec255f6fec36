import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { database } from '~/platform/database/client.server'
import { makePlan } from '../../tests/setup/plans'
import { planVerify } from './plan-verify'

const folder = mkdtempSync(join(tmpdir(), 'rotta-verify-'))

function verify(text: string) {
  const operand = join(folder, 'piano.json')
  writeFileSync(operand, text)
  return planVerify.run({ operand })
}

test('there is nothing to compare with before a version was submitted', async () => {
  expect(await verify('{}')).toMatchObject({ code: 1, json: { reason: 'no-version' } })
})

test('a document is proven, or its first difference named, in words and for scripts', async () => {
  const { versionId, document } = await makePlan()
  const { body, hash } = await database.planDocument.findUniqueOrThrow({ where: { versionId } })
  const proven = await verify(body)
  expect(proven).toMatchObject({ code: 0, json: { ok: true, number: document.number, hash } })
  expect(proven.lines.join(' ')).toContain(hash)

  const altered = await verify(body.replace('"cut":3', '"cut":2'))
  expect(altered).toMatchObject({
    code: 1,
    json: { reason: 'differs', difference: { path: 'modules[0].assessment.cut' } },
  })
  expect(altered.lines[0]).toContain('modules[0].assessment.cut')
})

test('a file that is not there is no difference', async () => {
  expect(await planVerify.run({ operand: join(folder, 'altro.json') })).toMatchObject({
    code: 1,
    json: { reason: 'no-file' },
  })
})
