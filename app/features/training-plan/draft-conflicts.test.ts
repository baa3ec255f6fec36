import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readContent } from '~/features/curriculum/read-content.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import {
  fieldsOf,
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
import PlanVersionPage, { loader as readVersion, action as sendVersion } from './pages/plan-version-page'
import SizingPage, { loader as readSizing, action as sendSizing } from './pages/sizing-page'
import { updateComposition } from './update-composition.server'
import { updateModuleSettings } from './update-module-settings.server'
import { updateSizing } from './update-sizing.server'

const original = readContent('content')
let current = structuredClone(original)
vi.mock('~/features/curriculum/content.server', () => ({ content: () => current }))

await loadTerritory()
const manager = await makePerson({ roles: [managerRole] })
const by = () => authority('plan.write', { actorId: manager.id })
const [slug = '', other = ''] = original.plan.modules

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
const revisionIn = (form: string) => /name="revision" value="(\d+)"/.exec(form)?.[1]
const withValues = (fields: [string, string][], values: Record<string, string>) =>
  fields.map(([name, value]): [string, string] => [name, values[name] ?? value])

describe('somebody else has changed the draft meanwhile', () => {
  const elsewhere = () =>
    updateComposition(by(), { versionId: id, revision: 1 }, { kind: 'details', title: 'Di un altro', classSize: 12 })

  test('title and groups: 409, both states, and the revision with which to decide', async () => {
    await elsewhere()
    const answer = await send({ intent: 'update-details', revision: '1', title: 'Il mio', classSize: '12' })
    expect(answer).toMatchObject({ init: { status: 409 }, data: { revision: 2 } })
    const html = await page(answer?.data)
    const form = formWith(html, 'value="update-details"')
    expect(form).toContain('value="Il mio"')
    expect(html).toMatch(/Titolo del piano[\s\S]*?Di un altro[\s\S]*?Il mio/)
    expect(/Campi diversi[\s\S]*?<\/table>/.exec(html)?.[0]).not.toContain('Persone per gruppo')
    expect(revisionIn(form)).toBe('2')
    expect(
      await redirectOf(send({ intent: 'update-details', revision: '2', title: 'Il mio', classSize: '12' })),
    ).toContain('dati')
  })

  test('what somebody saves while a refused form is read again is met by the check', async () => {
    const invalid = await send({ intent: 'update-details', revision: '1', title: '', classSize: '12' })
    expect(invalid).toMatchObject({ init: { status: 422 }, data: { revision: 1 } })
    await elsewhere()
    // Without script the page is read anew, with a revision that its reader has never seen.
    expect(revisionIn(formWith(await page(invalid?.data), 'value="update-details"'))).toBe('1')
  })

  test.each(['move-up', 'remove-module', 'discard', 'submit'])(
    '%s: 409, and the draft as it is now',
    async (intent) => {
      await elsewhere()
      const answer = await send({ intent, revision: '1', module: other, password })
      expect(answer).toMatchObject({ init: { status: 409 } })
      const html = await page(answer?.data)
      expect(html).toContain('Intanto qualcun altro ha cambiato questa bozza')
      expect(html).toContain('value="Di un altro"')
    },
  )

  test('rules of a module: the fields that differ, beside what was typed', async () => {
    const module = current.modules.find((one) => one.slug === slug)
    if (!module) throw new Error('no module')
    const { hours, prerequisites, assessment, observation } = module
    const fields = fieldsOf(formWith(shown(ComposedModulePage, await readModule(asked())), 'name="attempts"'))
    await updateModuleSettings(by(), { versionId: id, revision: 1 }, slug, {
      hours,
      prerequisites,
      assessment: { ...assessment, attempts: 9 },
      observation,
    })
    const answer = await sendModule(asked({ fields: withValues(fields, { attempts: '7' }) }))
    expect(answer).toMatchObject({ init: { status: 409 }, data: { revision: 2 } })
    expect(answer.data.conflict?.differences).toEqual([{ key: 'attempts', label: 'Tentativi', now: '9', typed: '7' }])
    const html = shown(ComposedModulePage, await readModule(asked()), answer.data)
    const form = formWith(html, 'name="attempts"')
    expect(form).toMatch(/name="attempts"[^>]*value="7"|value="7"[^>]*name="attempts"/)
    expect(revisionIn(form)).toBe('2')
    expect(
      await redirectOf(sendModule(asked({ fields: withValues(fields, { revision: '2', attempts: '7' }) }))),
    ).toContain('modulo')
    expect((await readModule(asked())).draft?.values.attempts).toBe(7)
  })

  test('people of the entries', async () => {
    await updateSizing(by(), { versionId: id, revision: 1 }, [{ entry: 'BG.cpi-albino', navigators: 1, operators: 8 }])
    const fields = {
      revision: '1',
      'entries[0].entry': 'BG.cpi-albino',
      'entries[0].navigators': '2',
      'entries[0].operators': '8',
    }
    const answer = await sendSizing(asked({ fields }))
    expect(answer).toMatchObject({ init: { status: 409 } })
    expect(answer.data.conflict?.differences).toMatchObject([{ now: '1', typed: '2' }])
    const html = shown(SizingPage, await readSizing(asked()), answer.data)
    expect(html).toContain('Quello che hai scritto')
    expect(await redirectOf(sendSizing(asked({ fields: { ...fields, revision: '2' } })))).toContain('dimensionamento')
  })
})
