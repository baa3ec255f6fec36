import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { database, type Transaction, transact } from '~/platform/database/client.server'
import { environment } from '~/platform/environment.server'
import { logger } from '~/platform/logger.server'
import { problemsOfTable } from './rules/territory-totals'
import { type Territory, territorySchema } from './territory.schema'

/** The territory's file cannot be used; the message says, in Italian, which file and why. */
export class UnusableTerritory extends Error {
  constructor(file: string, problems: string[]) {
    super(`Il territorio non si può caricare da ${file}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'UnusableTerritory'
  }
}

const provinceFields = { code: true, name: true, navigatorPlaces: true, note: true, position: true } as const
const entryFields = {
  id: true,
  provinceCode: true,
  name: true,
  kind: true,
  navigatorPlaces: true,
  note: true,
  position: true,
} as const

/**
 * Brings the provinces and entries of the database to what content/territory.yaml says, in one transaction,
 * and writes nothing when they agree already. Run at start.
 *
 * @throws UnusableTerritory when the file is missing, malformed or does not add up, or when it drops an entry
 *   that people, postings or roles refer to
 */
export async function loadTerritory(): Promise<void> {
  const file = join(environment.CONTENT_DIR, 'territory.yaml')
  const wanted = rowsOf(readTerritory(file))
  const stored = {
    provinces: await database.province.findMany({ select: provinceFields, orderBy: { position: 'asc' } }),
    entries: await database.entry.findMany({ select: entryFields, orderBy: { position: 'asc' } }),
  }
  if (JSON.stringify(stored) === JSON.stringify(wanted)) return
  await transact(async (tx) => {
    for (const province of wanted.provinces) {
      await tx.province.upsert({ where: { code: province.code }, create: province, update: province })
    }
    for (const entry of wanted.entries) {
      await tx.entry.upsert({ where: { id: entry.id }, create: entry, update: entry })
    }
    await dropTheRest(tx, wanted, file)
  })
  logger.info({ provinces: wanted.provinces.length, entries: wanted.entries.length }, 'territory loaded')
}

/**
 * Reads and checks a file of the territory.
 * @throws UnusableTerritory naming every problem
 */
export function readTerritory(file: string): Territory {
  let source: unknown
  try {
    source = parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UnusableTerritory(file, [error instanceof Error ? error.message : String(error)])
  }
  const parsed = territorySchema.safeParse(source)
  if (!parsed.success) {
    throw new UnusableTerritory(
      file,
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    )
  }
  const problems = problemsOfTable(parsed.data)
  if (problems.length > 0) throw new UnusableTerritory(file, problems)
  return parsed.data
}

function rowsOf(territory: Territory) {
  let position = 0
  return {
    provinces: territory.provinces.map(({ code, name, navigatorPlaces, note }, index) => ({
      code,
      name,
      navigatorPlaces,
      note: note ?? null,
      position: index + 1,
    })),
    entries: territory.provinces.flatMap((province) =>
      province.entries.map(({ id, name, kind, navigatorPlaces, note }) => {
        position += 1
        return { id, provinceCode: province.code, name, kind, navigatorPlaces, note: note ?? null, position }
      }),
    ),
  }
}

async function dropTheRest(tx: Transaction, wanted: ReturnType<typeof rowsOf>, file: string) {
  const ids = wanted.entries.map((entry) => entry.id)
  const codes = wanted.provinces.map((province) => province.code)
  const gone = await tx.entry.findMany({
    where: { id: { notIn: ids } },
    select: { id: true, name: true, _count: { select: { people: true, postings: true } } },
  })
  const problems: string[] = []
  for (const entry of gone) {
    const roles = await tx.roleAssignment.count({ where: { scopeKind: 'entry', scopeId: entry.id } })
    if (entry._count.people + entry._count.postings + roles > 0) {
      problems.push(`manca la sede ${entry.id} (${entry.name}), a cui fanno riferimento persone, periodi o ruoli`)
    }
  }
  if (problems.length > 0) throw new UnusableTerritory(file, problems)
  await tx.entry.deleteMany({ where: { id: { notIn: ids } } })
  await tx.province.deleteMany({ where: { code: { notIn: codes } } })
}
