import { expect, test } from 'vitest'
import { database, transact } from './client.server'

const province = { code: 'XX', name: 'Prova', navigatorPlaces: 1, note: null, position: 99 }

test('both connections keep what nothing-is-lost rests on', async () => {
  const pragmas = async (client: Pick<typeof database, '$queryRaw'>) => {
    const [mode] = (await client.$queryRaw`PRAGMA journal_mode`) as { journal_mode: string }[]
    const [sync] = (await client.$queryRaw`PRAGMA synchronous`) as { synchronous: number | bigint }[]
    const [keys] = (await client.$queryRaw`PRAGMA foreign_keys`) as { foreign_keys: number | bigint }[]
    const [busy] = (await client.$queryRaw`PRAGMA busy_timeout`) as { timeout: number | bigint }[]
    return [mode?.journal_mode, Number(sync?.synchronous), Number(keys?.foreign_keys), Number(busy?.timeout)]
  }
  const full = 2
  expect(await pragmas(database)).toEqual(['wal', full, 1, 5000])
  expect(await transact((tx) => pragmas(tx as unknown as typeof database))).toEqual(['wal', full, 1, 5000])
})

test('a transaction that throws leaves nothing behind', async () => {
  await expect(
    transact(async (tx) => {
      await tx.province.create({ data: province })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await database.province.count()).toBe(0)
})

test('a reader never sees what is not committed', async () => {
  let inside: number | undefined
  await transact(async (tx) => {
    await tx.province.create({ data: province })
    inside = await database.province.count()
    await tx.province.deleteMany()
  })
  expect(inside).toBe(0)
})

test('the reader refuses to write, whatever is asked of it', async () => {
  await expect(database.$queryRaw`INSERT INTO "Setting" VALUES ('a', 'b')`).rejects.toThrow()
  expect(await database.setting.count()).toBe(0)
})

test('simultaneous transactions run one after another: no update is lost', async () => {
  await transact((tx) => tx.setting.create({ data: { key: 'counter', value: '0' } }))
  const increment = () =>
    transact(async (tx) => {
      const { value } = await tx.setting.findUniqueOrThrow({ where: { key: 'counter' } })
      await tx.setting.update({ where: { key: 'counter' }, data: { value: String(Number(value) + 1) } })
    })
  await Promise.all(Array.from({ length: 50 }, increment))
  expect((await database.setting.findUnique({ where: { key: 'counter' } }))?.value).toBe('50')
})

test('a statement that is kept answers every time for the arguments of that time', async () => {
  const keys = Array.from({ length: 20 }, (_, index) => `kept-${index}`)
  await transact((tx) => tx.setting.createMany({ data: keys.map((key) => ({ key, value: key })) }))
  const found = await Promise.all(keys.map((key) => database.setting.findUnique({ where: { key } })))
  expect(found.map((row) => row?.value)).toEqual(keys)
  const named = (key: string) =>
    database.$queryRaw<{ value: string }[]>`SELECT "value" FROM "Setting" WHERE "key" = ${key}`
  expect(await Promise.all(['kept-3', 'nowhere', 'kept-4'].map(named))).toEqual([
    [{ value: 'kept-3' }],
    [],
    [{ value: 'kept-4' }],
  ])
  await transact((tx) => tx.setting.deleteMany({ where: { key: { in: keys } } }))
})

test('after a statement that failed the same one works again', async () => {
  const create = () => transact((tx) => tx.setting.create({ data: { key: 'once', value: '1' } }))
  await create()
  await expect(create()).rejects.toThrow()
  await transact((tx) => tx.setting.delete({ where: { key: 'once' } }))
  await create()
  expect(await database.setting.count({ where: { key: 'once' } })).toBe(1)
})
