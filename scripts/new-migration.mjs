// Writes prisma/migrations/<timestamp>_<name>/migration.sql from the difference between the migrations
// so far and prisma/schema.prisma. Uses Prisma's schema engine as WebAssembly: no download.
// Run by `npm run migration -- <name>`; add triggers by hand to the file it prints.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { differenceToSchema, migrationsFolder } from './schema-difference.mjs'

const name = process.argv[2]
if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
  console.error('Usage: npm run migration -- short_snake_case_name')
  process.exit(2)
}
const sql = await differenceToSchema()
if (sql.trim() === '' || sql.includes('This is an empty migration')) {
  console.error('prisma/schema.prisma and the migrations already agree: nothing written.')
  process.exit(1)
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = join(migrationsFolder, `${stamp}_${name}`)
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'migration.sql'), sql)
console.log(join(folder, 'migration.sql'))
