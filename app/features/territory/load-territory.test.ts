import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { UnusableContent } from '~/platform/content/unusable-content'
import { database, transact } from '~/platform/database/client.server'
import { loadTerritory, readTerritory } from './load-territory.server'

beforeAll(loadTerritory)

describe('loadTerritory', () => {
  test('fills an empty database', async () => {
    expect(await database.province.count()).toBe(12)
    expect(await database.entry.count()).toBe(64)
    const { _sum } = await database.entry.aggregate({ _sum: { navigatorPlaces: true } })
    expect(_sum.navigatorPlaces).toBe(329)
  })

  test('restores what was changed, and drops an entry nobody refers to', async () => {
    await transact(async (tx) => {
      await tx.province.update({ where: { code: 'BG' }, data: { navigatorPlaces: 1 } })
      await tx.entry.create({
        data: { id: 'BG.cpi-x', provinceCode: 'BG', name: 'X', kind: 'cpi', navigatorPlaces: 0, position: 99 },
      })
    })
    await loadTerritory()
    const bergamo = await database.province.findUnique({ where: { code: 'BG' }, select: { navigatorPlaces: true } })
    expect(bergamo?.navigatorPlaces).toBe(38)
    expect(await database.entry.count()).toBe(64)
  })

  test('keeps an entry that somebody belongs to, and says so', async () => {
    await transact(async (tx) => {
      await tx.entry.create({
        data: { id: 'BG.cpi-y', provinceCode: 'BG', name: 'Y', kind: 'cpi', navigatorPlaces: 0, position: 99 },
      })
      await tx.roleAssignment.create({
        data: {
          id: 'r',
          role: 'trainer',
          scopeKind: 'entry',
          scopeId: 'BG.cpi-y',
          startsOn: '2019-09-01',
          createdAt: new Date(),
          person: {
            create: {
              id: 'p',
              email: 'p@rotta.example',
              firstName: 'P',
              lastName: 'P',
              surnameKey: 'p p',
              firstNameKey: 'p p',
              createdAt: new Date(),
            },
          },
        },
      })
    })
    await expect(loadTerritory()).rejects.toThrow(/manca la sede BG.cpi-y/)
    expect(await database.entry.count()).toBe(65)
  })
})

test('keeps a province that a role names, and says so', async () => {
  await transact(async (tx) => {
    // What the test before left behind.
    await tx.roleAssignment.deleteMany({})
    await tx.province.create({ data: { code: 'XX', name: 'Altrove', navigatorPlaces: 0, position: 99 } })
    await tx.person.create({
      data: {
        id: 'q',
        email: 'q@rotta.example',
        firstName: 'Q',
        lastName: 'Q',
        surnameKey: 'q q',
        firstNameKey: 'q q',
        createdAt: new Date(),
      },
    })
    const role = { role: 'trainer', scopeKind: 'province', scopeId: 'XX', startsOn: '2019-09-01' }
    await tx.roleAssignment.create({ data: { id: 's', personId: 'q', ...role, createdAt: new Date() } })
  })
  await expect(loadTerritory()).rejects.toThrow(/manca la provincia XX \(Altrove\)/)
  expect(await database.province.count()).toBe(13)
  await transact((tx) => tx.roleAssignment.deleteMany({}))
  await loadTerritory()
  expect(await database.province.count()).toBe(12)
})

describe('readTerritory', () => {
  const copy = (change: (text: string) => string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'rotta-territory-')), 'territory.yaml')
    writeFileSync(file, change(readFileSync('content/territory.yaml', 'utf8')))
    return file
  }

  test.each<[string, (text: string) => string, RegExp]>([
    ['no YAML', () => 'provinces: [', /territory\.yaml/],
    [
      'a field that is not known',
      (text) => text.replace('totals:', 'toatls:'),
      /territory\.yaml:\d+: campo sconosciuto: «toatls»/,
    ],
    [
      'an id of another form',
      (text) => text.replace('BG.cpi-albino', 'albino'),
      /territory\.yaml:\d+: .*BG\.cpi-albino/s,
    ],
    [
      'sums that do not add up',
      (text) => text.replace('navigatorPlaces: 38', 'navigatorPlaces: 39'),
      /territory\.yaml:\d{2}: Bergamo.*38.*39/,
    ],
  ])('%s is refused with the file and the reason', (_, change, reason) => {
    const file = copy(change)
    expect(() => readTerritory(file)).toThrow(UnusableContent)
    expect(() => readTerritory(file)).toThrow(file)
    expect(() => readTerritory(file)).toThrow(reason)
  })

  test('a missing file is refused', () => {
    expect(() => readTerritory('/nowhere/territory.yaml')).toThrow(/\/nowhere\/territory\.yaml/)
  })
})
