import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { readContent } from '~/features/curriculum/read-content.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import {
  formsOf,
  formWith,
  type ManagementCall,
  managementCall,
  managerRole,
  redirectOf,
} from '../../../tests/setup/management'
import { shown } from '../../../tests/setup/pages'
import { authority, makePerson, password } from '../../../tests/setup/people'
import { createDraft } from './create-draft.server'
import ComposedModulePage, { loader as readModule, action as sendModule } from './pages/composed-module-page'
import { middleware as guard } from './pages/management-layout'
import PlanVersionPage, { loader as readVersion, action as sendVersion } from './pages/plan-version-page'
import PreviewPage, { loader as readPreview } from './pages/preview-page'
import SizingPage, { loader as readSizing, action as sendSizing } from './pages/sizing-page'
import VersionsPage, { action as begin, loader as listVersions } from './pages/versions-page'
import { updateComposition } from './update-composition.server'
import { updateSizing } from './update-sizing.server'

const original = readContent('content')
let current = structuredClone(original)
vi.mock('~/features/curriculum/content.server', () => ({ content: () => current }))

await loadTerritory()
const manager = await makePerson({ roles: [managerRole] })
const by = () => authority('plan.write', { actorId: manager.id })
const [slug = ''] = original.plan.modules
const other = original.plan.modules.at(-1) ?? ''

let id: string
beforeEach(async () => {
  current = structuredClone(original)
  const created = await createDraft(by())
  if (!created.ok) throw new Error(created.message)
  id = created.value
})

const asked = <Args>({ params, ...call }: ManagementCall = {}) =>
  managementCall<Args>(manager, { params: { id, module: slug, ...params }, ...call })
const send = (fields: Record<string, string>) => sendVersion(asked({ fields }))
const page = async (actionData?: unknown) => shown(PlanVersionPage, await readVersion(asked()), actionData)

describe('who comes in', () => {
  const none: Grant[] = [{ ...managerRole, role: 'committee', seat: 'anpal' }]
  const ofBergamo: Grant[] = [{ ...managerRole, scope: { kind: 'province', province: 'BG' } }]
  type Calls = [string, (given: ManagementCall) => unknown][]
  const calls: Calls = [
    ['the list', (given) => listVersions(asked(given))],
    ['a new draft', (given) => begin(asked({ ...given, fields: {} }))],
    ['a version', (given) => readVersion(asked(given))],
    ['its forms', (given) => sendVersion(asked({ ...given, fields: { intent: 'discard', revision: '1' } }))],
    ['a module', (given) => readModule(asked(given))],
    ['its form', (given) => sendModule(asked({ ...given, fields: {} }))],
    ['the preview with the keys', (given) => readPreview(asked(given))],
    ['the sizing', (given) => readSizing(asked(given))],
    ['its form', (given) => sendSizing(asked({ ...given, fields: {} }))],
  ]

  test.each(calls)('%s: not the Cabina, not who manages a province alone', async (_, call) => {
    for (const grants of [none, ofBergamo]) {
      await expect((async () => call({ grants }))()).rejects.toMatchObject({ init: { status: 403 } })
    }
    expect(await database.planVersion.count({ where: { id } })).toBe(1)
  })

  test.each(calls.slice(2))('%s: what is not there is a 404', async (_, call) => {
    const absent = { params: { id: 'inventata' } }
    await expect((async () => call(absent))()).rejects.toMatchObject({ init: { status: 404 } })
  })

  test('a module or a lesson that the version does not have is a 404 too', async () => {
    const params = { module: 'inventato' }
    await expect(readModule(asked({ params }))).rejects.toMatchObject({ init: { status: 404 } })
    await expect(sendModule(asked({ params, fields: {} }))).rejects.toMatchObject({ init: { status: 404 } })
    await expect(readPreview(asked({ params }))).rejects.toMatchObject({ init: { status: 404 } })
    await expect(readPreview(asked({ query: '?lezione=inventata' }))).rejects.toMatchObject({ init: { status: 404 } })
  })

  test('the area lets in who manages a province: their page is the enrolments', async () => {
    const [enter] = guard
    const next = (async () => undefined) as never
    expect(() => enter?.(asked({ grants: ofBergamo }), next)).not.toThrow()
    expect(() => enter?.(asked({ grants: none }), next)).toThrow()
  })
})

describe('the list', () => {
  test('begins a draft, or one from an earlier version', async () => {
    const html = shown(VersionsPage, await listVersions(asked()))
    expect(html).toContain('Prepara una bozza')
    expect(formWith(html, id)).toContain('Riparti da questa versione')
    expect(await redirectOf(begin(asked({ fields: { basedOn: id } })))).toMatch(
      /^\/gestione\/piani\/[0-9a-f-]{36}\?fatto=bozza$/,
    )
    expect(await database.planVersion.count({ where: { basedOnId: id } })).toBe(1)
  })

  test('a version to start from that is not there', async () => {
    expect(await begin(asked({ fields: { basedOn: 'inventata' } }))).toMatchObject({ init: { status: 422 } })
  })
})

describe('the page of a draft', () => {
  test('moves, adds and removes by plain forms', async () => {
    const html = await page()
    const form = formWith(html, `value="${other}"`)
    expect(form).toMatch(/method="post"/)
    expect(form).toContain('value="move-up"')
    expect(form).not.toContain('value="move-down"')
    expect(await redirectOf(send({ intent: 'move-up', revision: '1', module: other }))).toContain('fatto=spostato')
    expect(await redirectOf(send({ intent: 'remove-module', revision: '2', module: slug }))).toContain('fatto=tolto')
    expect(formWith(await page(), 'value="add-module"')).toContain(`value="${slug}"`)
    expect(await redirectOf(send({ intent: 'add-module', revision: '3', module: slug }))).toContain('fatto=aggiunto')
    const composed = await page()
    // Moved up by one, before the module that was taken out came back at the end.
    expect(composed).toMatch(new RegExp(`modulo-${other}[\\s\\S]*modulo-${original.plan.modules.at(-2)}`))
    expect(composed).toMatch(new RegExp(`modulo-${other}[\\s\\S]*modulo-${slug}`))
  })

  test('an unknown module, or an unknown act, changes nothing', async () => {
    const unknown = await send({ intent: 'add-module', revision: '1', module: 'inventato' })
    expect(unknown).toMatchObject({ init: { status: 422 } })
    expect(await page(unknown?.data)).toContain('Scegli un modulo dell’elenco')
    expect(await send({ intent: 'distruggi', revision: '1' })).toMatchObject({ init: { status: 422 } })
    expect((await readVersion(asked())).version.revision).toBe(1)
  })

  test('a defective plan says what is missing: a task that nobody trains, a province over its places', async () => {
    const entries = await database.entry.findMany({ select: { id: true, provinceCode: true, navigatorPlaces: true } })
    const people = entries.map((entry) => ({
      entry: entry.id,
      navigators: entry.navigatorPlaces + (entry.provinceCode === 'LO' ? 1 : 0),
      operators: 0,
    }))
    await updateSizing(by(), { versionId: id, revision: 1 }, people)
    const training = original.modules.find(({ trains }) => trains.tasks.includes('F7.3'))?.slug ?? ''
    await updateComposition(by(), { versionId: id, revision: 2 }, { kind: 'remove', module: training })
    const html = await page()
    expect(html).toMatch(/Attività F7\.3: nessun modulo/)
    expect(html).toMatch(/Provincia di Lodi: sono previsti \d+ Navigator, ma l’atto dà \d+ posti\./)
    expect(html).toMatch(/oltre i posti/)
    expect(html).toMatch(/id="copertura-F7-3"[\s\S]*?nessun modulo/)
    expect(html).toMatch(/href="#copertura-F7-3"/)
  })

  test('what blocks takes the place of the form to submit', async () => {
    expect(await page()).toContain('Presenta la versione alla Cabina')
    for (const [index, module] of original.plan.modules.entries()) {
      await updateComposition(by(), { versionId: id, revision: index + 1 }, { kind: 'remove', module })
    }
    const html = await page()
    expect(html).toContain('Il piano non ha moduli')
    expect(html).not.toContain('Presenta la versione alla Cabina')
    const forced = await send({ intent: 'submit', revision: String(original.plan.modules.length + 1), password })
    expect(forced).toMatchObject({ init: { status: 422 } })
  })

  test('no key and no text of a question leaves the server with it', async () => {
    const sent = JSON.stringify([await readVersion(asked()), await readModule(asked()), await readSizing(asked())])
    for (const { questions } of current.modules) {
      for (const { stem, key } of questions) {
        expect(sent).not.toContain(JSON.stringify(stem))
        expect(sent).not.toContain(JSON.stringify(key.explanation))
      }
    }
  })

  test('discarded, it leads back to the list', async () => {
    expect(await redirectOf(send({ intent: 'discard', revision: '1' }))).toBe('/gestione?fatto=eliminata')
  })
})

describe('forms that do not hold', () => {
  test('a module: what was typed stays, the error beside its field', async () => {
    const answer = await sendModule(asked({ fields: { revision: '1', attempts: 'tre' } }))
    expect(answer).toMatchObject({ init: { status: 422 } })
    const html = shown(ComposedModulePage, await readModule(asked()), answer.data)
    expect(html).toMatch(/value="tre"/)
    expect(html).toContain('Scrivi un numero intero da 1 a 20')
  })

  test('people: a number that is none', async () => {
    const fields = { revision: '1', 'entries[0].entry': 'x', 'entries[0].navigators': '-1', 'entries[0].operators': '' }
    const answer = await sendSizing(asked({ fields }))
    expect(answer).toMatchObject({ init: { status: 422 } })
    expect(Object.keys(answer.data.reply?.error ?? {})).toEqual(['entries[0].navigators', 'entries[0].operators'])
  })
})

describe('submission', () => {
  test('asks for the password again', async () => {
    const answer = await send({ intent: 'submit', revision: '1', password: 'sbagliata' })
    expect(answer).toMatchObject({ init: { status: 422 }, data: { reply: { error: { password: [/password/] } } } })
    expect(JSON.stringify(answer)).not.toContain('sbagliata')
    expect((await readVersion(asked())).version.state).toBe('draft')
  })

  test('freezes: the pages read the frozen rows, without any form, whatever the content says later', async () => {
    expect(await redirectOf(send({ intent: 'submit', revision: '1', password }))).toContain('fatto=presentata')
    for (const module of current.modules) {
      module.title = 'Titolo cambiato'
      for (const lesson of module.lessons) lesson.markdown = '## Cambiata\n\nTesto cambiato. {prassi}\n'
      for (const question of module.questions) question.key.explanation = 'Spiegazione cambiata'
    }
    const html = await page()
    expect(html).toContain('in esame')
    expect(html).toContain(`/cabina/piani/${id}`)
    expect(formsOf(html)).toEqual([])
    const views = [
      html,
      shown(ComposedModulePage, await readModule(asked())),
      shown(SizingPage, await readSizing(asked())),
      shown(PreviewPage, await readPreview(asked())),
      shown(PreviewPage, await readPreview(asked({ query: `?lezione=${original.modules[0]?.lessons[0]?.slug}` }))),
    ]
    for (const view of views) {
      expect(view).not.toMatch(/[Cc]ambiat[ao]/)
      expect(formsOf(view)).toEqual([])
    }
  })

  test('afterwards every form is refused, and says why', async () => {
    await redirectOf(send({ intent: 'submit', revision: '1', password }))
    const answer = await send({ intent: 'move-up', revision: '1', module: other })
    expect(answer).toMatchObject({ init: { status: 409 } })
    expect(await page(answer?.data)).toContain('Questa versione è stata presentata: non si cambia più')
    const module = await sendModule(asked({ fields: { revision: '1' } }))
    expect(module.init?.status).toBe(422)
  })
})

describe('the preview', () => {
  test('marks the right answer of every question, and reads a lesson as learners do', async () => {
    const html = shown(PreviewPage, await readPreview(asked()))
    const module = original.modules.find((one) => one.slug === slug)
    expect(html.match(/Risposta giusta/g)).toHaveLength(module?.questions.length ?? 0)
    const facts = new Set(module?.questions.flatMap((question) => question.facts ?? []))
    expect(facts.size).toBeGreaterThan(0)
    for (const fact of facts) expect(html).toContain(`href="/fonti#${fact}"`)
    const practice = module?.questions.filter((question) => question.practice).length ?? 0
    expect(html.match(/Prassi: poggia/g) ?? []).toHaveLength(practice)
    const lesson = module?.lessons[0]
    const read = shown(PreviewPage, await readPreview(asked({ query: `?lezione=${lesson?.slug}` })))
    expect(read).toContain('r-read')
    expect(read).toContain('Su che cosa si basa questa lezione')
    expect(read).toContain('href="#base-1"')
    expect(read).toContain('id="base-1"')
    expect(read).not.toContain('Risposta giusta')
  })
})
