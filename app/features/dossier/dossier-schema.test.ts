import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { dossierSchema } from './dossier.schema'

/** Every key of a JSON schema, wherever it stands. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, value]) =>
    name === 'properties' ? [...Object.keys(value), ...Object.values(value).flatMap(keysOf)] : keysOf(value),
  )
}

test('each key of the download is explained', () => {
  const page = readFileSync('docs/dossier.md', 'utf8')
  const keys = [...new Set(keysOf(z.toJSONSchema(dossierSchema)))]
  expect(keys.length).toBeGreaterThan(80)
  expect(keys.filter((key) => !page.includes(`\`${key}\``))).toEqual([])
})
