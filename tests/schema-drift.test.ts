import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('the migrations and prisma/schema.prisma say the same', () => {
  const script =
    "import('./scripts/schema-difference.mjs').then(async (m) => console.log(await m.differenceToSchema()))"
  const difference = execFileSync(process.execPath, ['--experimental-wasm-modules', '--no-warnings', '-e', script], {
    encoding: 'utf8',
  })
  expect(difference.trim()).toBe('-- This is an empty migration.')
})
