import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UNSAFE_decodeViaTurboStream as decode } from 'react-router'
import { expect, test } from './own-server'
import { type Caller, enter, get, handIn, makeDraft, openTest, post, save } from './plain-requests'
import {
  dataPath,
  explanationsOf,
  found,
  leaksIn,
  leaksOf,
  modules,
  questionTexts,
  type Secret,
  secretsOf,
} from './secrets'
import { rightPlaces, rows, value } from './served-database'

const slug = 'primo-appuntamento'
const inForce = 'SELECT id FROM PlanVersion WHERE number = 1'
const underReview = 'SELECT id FROM PlanVersion WHERE number = 2'

test('no file of the build has a question or its explanation', () => {
  const texts = questionTexts()
  const files = ['build/client', 'build/server'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const read = files.filter((file) => statSync(file).isFile())
  expect(read.length).toBeGreaterThan(20)
  expect(read.flatMap((file) => found(readFileSync(file, 'utf8'), texts).map((name) => `${file}: ${name}`))).toEqual([])
})

test('the plan manager sees the keys in the preview, and nobody else does', async ({ served }) => {
  const { baseURL, databaseFile } = served
  const secrets = secretsOf(databaseFile)
  const manager = await enter(baseURL, 'gestore')
  const versions = [value(databaseFile, inForce), value(databaseFile, underReview), await makeDraft(manager)]
  const composed = modulesIn(databaseFile)
  const previews = versions.flatMap((version) =>
    composed.map((module) => ({ module, path: `/gestione/piani/${version}/moduli/${module}/anteprima` })),
  )
  // What is looked for is found where it may be: whole pages and data are read as they must be.
  for (const { module, path } of previews) {
    const explanations = explanationsOf(module).map(({ name }) => name)
    for (const address of [path, dataPath(path)]) {
      expect(found((await get(manager, address)).body, secrets).sort(), address).toEqual(explanations.sort())
    }
  }
  for (const name of ['navigator', 'operatore', 'formatore', 'responsabile', 'direttore', 'admin'] as const) {
    const caller = await enter(baseURL, name)
    // The last one asks for the page's own data without those of the layout around it, which refuses too.
    const alone = '?_routes=features/training-plan/pages/preview-page'
    for (const address of previews.flatMap(({ path }) => [path, dataPath(path), dataPath(path) + alone])) {
      const answer = await get(caller, address)
      expect(`${name} ${address}: ${answer.status}`).toBe(`${name} ${address}: 403`)
      expect(leaksIn(address, answer, secrets)).toEqual([])
    }
  }
})

test('no page of management, Cabina, guide, search or log has a key', async ({ served }) => {
  const { baseURL, databaseFile } = served
  const secrets = secretsOf(databaseFile)
  const composed = modulesIn(databaseFile)
  const reviewed = [value(databaseFile, inForce), value(databaseFile, underReview)]
  const manager = await enter(baseURL, 'gestore')
  const versions = [...reviewed, await makeDraft(manager)]
  const firstLesson = /\?lezione=[a-z0-9-]+/.exec(
    (await get(manager, `/gestione/piani/${versions[0]}/moduli/${slug}/anteprima`)).body,
  )?.[0]
  const enrolment = value(databaseFile, 'SELECT id FROM Enrolment')
  const managed = [
    ...['', '/iscrizioni', '/iscrizioni/gruppo', `/iscrizioni/${enrolment}`].map((path) => `/gestione${path}`),
    ...versions.flatMap((version) => [
      ...['', '/dimensionamento'].map((path) => `/gestione/piani/${version}${path}`),
      ...composed.map((module) => `/gestione/piani/${version}/moduli/${module}`),
      `/gestione/piani/${version}/moduli/${slug}/anteprima${firstLesson}`,
    ]),
  ]
  const ofCommittee = [
    '/cabina',
    '/cabina/piani',
    '/cabina/persone',
    `/cabina/piani/${reviewed[0]}/verbale`,
    ...reviewed.flatMap((version) => [
      ...['', '/differenze', '/testo'].map((path) => `/cabina/piani/${version}${path}`),
      ...composed.map((module) => `/cabina/piani/${version}/testo?modulo=${module}`),
    ]),
  ]
  const reading = ['/', `/moduli/${slug}`, `/moduli/${slug}/scheda`]
  expect(await leaksOf(manager, [...managed, ...ofCommittee, ...reading], secrets)).toEqual([])
  for (const version of versions) {
    const edition = await get(manager, `/gestione/piani/${version}/edizione`)
    expect(edition.status).toBe(200)
    expect(leaksIn('edizione', edition, secrets)).toEqual([])
  }
  const seat = await enter(baseURL, 'direttore')
  expect(await leaksOf(seat, [...ofCommittee, ...reading], secrets)).toEqual([])
  for (const version of reviewed) {
    const edition = await get(seat, `/cabina/piani/${version}/edizione`)
    expect(edition.status).toBe(200)
    expect(leaksIn('edizione', edition, secrets)).toEqual([])
    const document = await get(seat, `/cabina/piani/${version}/documento`)
    expect(JSON.parse(document.body).modules.length).toBe(composed.length)
    expect(leaksIn('documento', document, secrets)).toEqual([])
  }
  expect(await leaksOf(await enter(baseURL, 'formatore'), ['/sblocchi', '/formazione', ...reading], secrets)).toEqual(
    [],
  )
  const ofCentre = ['/centro', `/centro/persone/${enrolment}`, ...reading]
  expect(await leaksOf(await enter(baseURL, 'responsabile'), ofCentre, secrets)).toEqual([])

  const admin = await enter(baseURL, 'admin')
  for (const path of ['/amministrazione/registro', '/amministrazione/registro/esporta']) {
    const log = await post(admin, path, {})
    expect(log.status).toBe(200)
    expect(leaksIn(path, log, secrets)).toEqual([])
  }

  const visitor = { baseURL, cookie: '' }
  const words = modules().flatMap((module) => explanationsOf(module).slice(0, 2).map(queryOf))
  const guide = await publicPages(visitor)
  expect(guide.length).toBeGreaterThan(50)
  expect(await leaksOf(visitor, [...guide, ...words.map((query) => `/cerca?q=${query}`)], secrets)).toEqual([])
})

test('no page of a test has a key before it is passed; then those of its own questions', async ({ served }) => {
  const { baseURL, databaseFile } = served
  const secrets = secretsOf(databaseFile)
  const [failing, passing] = [await enter(baseURL, 'navigator'), await enter(baseURL, 'operatore')]
  const attempt = await openTest(failing)
  const total = value<number>(databaseFile, 'SELECT total FROM Attempt WHERE id = ?', attempt)
  const questions = Array.from({ length: total }, (_, index) => `/tentativi/${attempt}?domanda=${index + 1}`)
  const module = (await get(failing, `/moduli/${slug}`)).body
  const lessons = [
    ...new Set([...module.matchAll(/href="(\/moduli\/[^"?#]+\/lezioni\/[^"?#]+)"/g)].map(([, path]) => path)),
  ]
  const learned = [
    '/',
    '/piano',
    '/profilo',
    '/dossier',
    `/moduli/${slug}`,
    `/moduli/${slug}/scheda`,
    `/moduli/${slug}/test`,
  ]
  const open = [...questions, `/tentativi/${attempt}/riepilogo`]
  const pages = [...learned, ...lessons.map((path) => path ?? '')]
  expect(await leaksOf(failing, [...pages, ...open], secrets)).toEqual([])

  const hidden = hiddenParts(databaseFile, attempt)
  expect(hidden.length).toBeGreaterThan(2 * total)
  expect(await leaksOf(failing, open, hidden), 'no hash, key digest, seed or order of options').toEqual([])
  for (const path of open) expectPlacesOnly(path, await readData(failing, path))
  await expectSameForRightAndWrong(failing, attempt, rightPlaces(databaseFile, attempt)[0] ?? 0)

  for (const [index, right] of rightPlaces(databaseFile, attempt).entries()) {
    const saved = await save(failing, attempt, index + 1, (right % 3) + 1)
    expect(Object.keys(JSON.parse(saved.body))).toEqual(['at'])
  }
  expect((await handIn(failing, attempt)).status).toBe(303)
  const result = `/tentativi/${attempt}/esito`
  expect((await get(failing, result)).body).toContain('Non hai superato il test')
  expect(await leaksOf(failing, [result, ...pages], [...secrets, ...hidden])).toEqual([])

  const passed = await openTest(passing)
  for (const [index, right] of rightPlaces(databaseFile, passed).entries()) {
    expect((await save(passing, passed, index + 1, right)).status).toBe(200)
  }
  expect((await handIn(passing, passed)).status).toBe(303)
  const own = explanationsDrawn(databaseFile, passed)
  expect(own).toHaveLength(total)
  for (const address of ['/dossier', '/dossier.data']) {
    const told = found((await get(passing, address)).body, secrets)
    expect(told.sort(), 'those of its own questions, and no other').toEqual(own.sort())
  }
  for (const address of [`/tentativi/${passed}/esito`, `/tentativi/${passed}/esito.data`]) {
    const told = found((await get(passing, address)).body, secrets)
    expect(told.sort(), 'those of its own questions, and no other').toEqual(own.sort())
    const elsewhere = await get(failing, address)
    expect(elsewhere.status).toBe(404)
    expect(leaksIn(address, elsewhere, secrets)).toEqual([])
  }
})

function modulesIn(databaseFile: string): string[] {
  const found = rows<{ path: string }>(databaseFile, "SELECT DISTINCT path FROM VersionPart WHERE kind = 'module'")
  return found.map(({ path }) => path)
}

function queryOf({ print }: Secret) {
  return encodeURIComponent(print.split(/\s+/).slice(0, 4).join(' '))
}

/** Every public page that the guide leads to. */
async function publicPages(visitor: Caller): Promise<string[]> {
  const known = new Set(['/', '/guida', '/glossario', '/fonti', '/storia', '/privacy', '/accessibilita'])
  for (const path of known) {
    const { body } = await get(visitor, path)
    for (const [, linked = ''] of body.matchAll(/href="(\/guida[^"?#]*)"/g)) known.add(linked)
  }
  return [...known]
}

/** What stands behind the questions of an attempt and has no place in a page. */
function hiddenParts(databaseFile: string, attempt: string): Secret[] {
  const drawn = rows<{ hash: string; digest: string; seed: string }>(
    databaseFile,
    `SELECT hash, body ->> 'keyDigest' AS digest, seed
     FROM AttemptQuestion JOIN Attempt ON Attempt.id = attemptId JOIN FrozenPart ON hash = questionHash
     WHERE attemptId = ?`,
    attempt,
  )
  const parts = drawn.flatMap(({ hash, digest, seed }) => [hash, digest, seed])
  return [...new Set(parts)].map((print) => ({ name: print, print }))
}

function explanationsDrawn(databaseFile: string, attempt: string): string[] {
  const drawn = rows<{ explanation: string }>(
    databaseFile,
    `SELECT FrozenKey.body ->> 'explanation' AS explanation
     FROM AttemptQuestion JOIN FrozenPart ON hash = questionHash
     JOIN FrozenKey ON digest = FrozenPart.body ->> 'keyDigest' WHERE attemptId = ?`,
    attempt,
  )
  const texts = drawn.map(({ explanation }) => explanation)
  return explanationsOf(slug)
    .filter(({ print }) => texts.some((text) => text.includes(print)))
    .map(({ name }) => name)
}

/** The data of a page as the browser's script reads it. */
async function readData(learner: Caller, path: string): Promise<unknown> {
  const { body } = await get(learner, dataPath(path))
  const { value } = await decode(new Blob([body]).stream(), globalThis)
  return value
}

/** An open attempt tells texts in places: no id of an option, no field that could tell which is right. */
function expectPlacesOnly(path: string, data: unknown) {
  const names = new Set<string>()
  collectNames(data, names)
  const telling = /key|digest|hash|order|seed|salt|right|correct|explanation|answer$|objective|^id$|^option$/i
  const known = ['id', 'answered']
  const told = [...names].filter((name) => telling.test(name) && !known.includes(name))
  expect(told, path).toEqual([])
}

function collectNames(data: unknown, names: Set<string>) {
  if (typeof data !== 'object' || data === null) return
  for (const [name, value] of Object.entries(data)) {
    if (!Array.isArray(data)) names.add(name)
    if (name === 'options') expect(value).toEqual((value as unknown[]).map(() => expect.any(String)))
    collectNames(value, names)
  }
}

/** Whatever one chooses, the right one too, the page differs in the choice alone. */
async function expectSameForRightAndWrong(learner: Caller, attempt: string, right: number) {
  const path = `/tentativi/${attempt}?domanda=1`
  const seen = new Set<string>()
  for (const choice of new Set([1, 2, 3, right])) {
    expect((await save(learner, attempt, 1, choice)).status).toBe(200)
    const data = JSON.stringify(await readData(learner, path))
    expect(data).toContain(`"choice":${choice}`)
    seen.add(
      data
        .replace(`"choice":${choice}`, '')
        .replace(/"savedAt":"[^"]*"/, '')
        .replace(/"now":"[^"]*"/, ''),
    )
  }
  expect(seen.size).toBe(1)
}
