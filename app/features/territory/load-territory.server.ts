import { join } from 'node:path'
import { type ProblemList, readYamlFile } from '~/platform/content/content-file.server'
import { UnusableContent } from '~/platform/content/unusable-content'
import { database, type Transaction, transact } from '~/platform/database/client.server'
import { environment } from '~/platform/environment.server'
import { logger } from '~/platform/logger.server'
import { problemsOfTable } from './rules/territory-totals'
import { forgetTerritory } from './territory.queries.server'
import { type Territory, territorySchema } from './territory.schema'

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
 * @throws UnusableContent when the file is missing, malformed or does not add up, or when it drops an entry
 *   that people, postings or roles refer to, or a province that roles name
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
  forgetTerritory()
  logger.info({ provinces: wanted.provinces.length, entries: wanted.entries.length }, 'territory loaded')
}

/**
 * Reads and checks a file of the territory.
 * @throws UnusableContent naming every problem
 */
export function readTerritory(file: string): Territory {
  const list: ProblemList = { problems: [] }
  const read = readYamlFile(file, territorySchema, list)
  if (!read) throw new UnusableContent(list.problems)
  const problems = problemsOfTable(read.data).map(({ path, reason }) => ({ file, line: read.lineOf(path), reason }))
  if (problems.length > 0) throw new UnusableContent(problems)
  return read.data
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
  const provinces = await tx.province.findMany({
    where: { code: { notIn: codes } },
    select: { code: true, name: true },
  })
  for (const { code, name } of provinces) {
    if ((await tx.roleAssignment.count({ where: { scopeKind: 'province', scopeId: code } })) > 0) {
      problems.push(`manca la provincia ${code} (${name}), a cui fanno riferimento dei ruoli`)
    }
  }
  if (problems.length > 0) throw new UnusableContent(problems.map((reason) => ({ file, line: 1, reason })))
  await tx.entry.deleteMany({ where: { id: { notIn: ids } } })
  await tx.province.deleteMany({ where: { code: { notIn: codes } } })
}
