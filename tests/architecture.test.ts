import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/*
 * The one line of docs/decisions and architecture: pages → components · commands · queries → schema → rules → lib,
 * and between areas only leftwards. Read from the imports themselves.
 */
const areaOrder: string[][] = [
  ['auth'],
  ['territory'],
  ['curriculum'],
  ['training-plan'],
  ['enrolment'],
  // The guide tells which lessons, questions and criteria of the plan belong to what it describes.
  ['phase-guide'],
  ['evidence'],
  ['assessments', 'observations', 'practice', 'classroom'],
  // The learner's own pages: plan, modules, lessons.
  ['learning'],
  ['progress'],
  ['certificates', 'reports', 'dossier', 'edition'],
  ['administration'],
  // The user guides: the home page leads to one's own.
  ['help'],
  // These only show what the others know: the home page, the legal pages, the components for developers.
  ['home', 'legal', 'developer'],
]
const rank = new Map(areaOrder.flatMap((areas, index) => areas.map((area) => [area, index] as const)))

type Import = { from: string; to: string; typeOnly: boolean }

const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => `app/${file}`)
const imports: Import[] = sources.flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  return [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm),
  ].map((match) => ({ from: file, to: resolve(file, match[2] ?? match[3] ?? ''), typeOnly: match[1] !== undefined }))
})

function resolve(file: string, specifier: string) {
  if (specifier.startsWith('~/')) return `app/${specifier.slice(2)}`
  if (specifier.startsWith('.')) return relative('.', join(dirname(file), specifier))
  return specifier
}

const area = (file: string) => /^app\/features\/([^/]+)\//.exec(file)?.[1]
const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const inFolder = (name: string) => (file: string) => file.includes(`/${name}/`)
const isRule = (file: string) => inFolder('rules')(file) && !isTest(file)
const isPage = inFolder('pages')
const isComponent = inFolder('components')
const isServer = (file: string) => file.includes('.server') || file.startsWith('node:')
const isCommandOrQuery = (file: string) => /^app\/features\/.*\.server(\.ts)?$/.test(file) && !isPage(file)

/** The imports that break a rule, as "file → what it imports". */
function breaking(from: (file: string) => boolean, forbidden: (imported: Import) => boolean) {
  return imports.filter((one) => from(one.from) && forbidden(one)).map((one) => `${one.from} → ${one.to}`)
}

describe('the architecture', () => {
  test('every area has its place in the order', () => {
    const areas = new Set(sources.map(area).filter((name) => name !== undefined))
    expect([...areas].filter((name) => !rank.has(name))).toEqual([])
  })

  test('areas import only leftwards, and siblings not at all', () => {
    expect(
      breaking(
        (file) => area(file) !== undefined && !isTest(file),
        ({ from, to }) => {
          const [mine, theirs] = [area(from), area(to)]
          if (!mine || !theirs || mine === theirs) return false
          return (rank.get(theirs) ?? 99) >= (rank.get(mine) ?? -1)
        },
      ),
    ).toEqual([])
  })

  test('rules are pure: no database, React, zod, framework, clock, randomness, environment or log', () => {
    expect(
      breaking(isRule, ({ to }) => {
        if (to.startsWith('app/lib/')) return false
        return isServer(to) || !to.startsWith('app/') || isPage(to) || isComponent(to)
      }),
    ).toEqual([])
    const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\brandomUUID\(/
    expect(sources.filter(isRule).filter((file) => impure.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  test('schemas import nothing of the server, and no React', () => {
    expect(
      breaking(
        (file) => file.endsWith('.schema.ts'),
        ({ to }) => isServer(to) || to === 'react' || to === 'react-router',
      ),
    ).toEqual([])
  })

  test('commands and queries know nothing of pages and React', () => {
    expect(
      breaking(
        (file) => isCommandOrQuery(file) && !isTest(file),
        ({ to }) => isPage(to) || isComponent(to) || to.startsWith('app/ui/') || to === 'react',
      ),
    ).toEqual([])
  })

  test('components get props: no server, no pages', () => {
    expect(breaking(isComponent, ({ to, typeOnly }) => (isServer(to) && !typeOnly) || isPage(to))).toEqual([])
  })

  test('pages do not touch the database, nor the pages of another area', () => {
    expect(
      breaking(isPage, ({ from, to }) => to.includes('platform/database') || (isPage(to) && area(to) !== area(from))),
    ).toEqual([])
  })

  test('the interface kit has no product in it', () => {
    expect(
      breaking(
        (file) => file.startsWith('app/ui/'),
        ({ to }) => to.startsWith('app/features/') || isServer(to),
      ),
    ).toEqual([])
  })

  test('lib imports nothing of ours; platform nothing of the areas', () => {
    expect(
      breaking(
        (file) => file.startsWith('app/lib/') && !isTest(file),
        ({ to }) => to.startsWith('app/') && !to.startsWith('app/lib/'),
      ),
    ).toEqual([])
    expect(
      breaking(
        (file) => file.startsWith('app/platform/'),
        ({ to }) => to.startsWith('app/features/') || to.startsWith('app/ui/'),
      ),
    ).toEqual([])
  })

  test('one home each: Lucia, argon2, Prisma', () => {
    const importersOf = (name: RegExp) => [
      ...new Set(imports.filter(({ to }) => name.test(to)).map(({ from }) => from)),
    ]
    expect(importersOf(/^lucia$/)).toEqual(['app/features/auth/lucia.server.ts'])
    expect(importersOf(/argon2/)).toEqual(['app/features/auth/password-hash.server.ts'])
    expect(importersOf(/^prisma\/generated/)).toEqual(['app/platform/database/client.server.ts'])
  })

  test('the operator’s authority is for the operator’s commands: no page, command or query takes it', () => {
    const takers = sources.filter(
      (file) => !isTest(file) && /authorise(Operator|Person)/.test(readFileSync(file, 'utf8')),
    )
    expect(takers.filter((file) => !file.startsWith('app/cli/'))).toEqual(['app/features/auth/authorise.server.ts'])
  })

  test('a form is read in one way, which knows what to answer to a broken one', () => {
    const readers = sources.filter((file) => readFileSync(file, 'utf8').includes('.formData()'))
    expect(readers).toEqual(['app/platform/http/read-form.server.ts'])
  })

  test('no barrels, and no folder for whatever has no place', () => {
    expect(sources.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|misc|common|shared)(\/|\.)/.test(file))).toEqual([])
  })

  test('files stay readable', () => {
    const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 320)
    expect(long).toEqual([])
  })
})
