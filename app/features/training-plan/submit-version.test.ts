import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readContent } from '~/features/curriculum/read-content.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import { environment } from '~/platform/environment.server'
import { sha256 } from '~/platform/sha256.server'
import { authority, makePerson } from '../../../tests/setup/people'
import { createDraft } from './create-draft.server'
import { findKeys, frozenPlan } from './frozen-plan.server'
import type { PlanDocument } from './rules/plan-document'
import { submitVersion } from './submit-version.server'
import { updateModuleSettings } from './update-module-settings.server'

const original = readContent('content')
let current = structuredClone(original)
vi.mock('~/features/curriculum/content.server', () => ({ content: () => current }))

await loadTerritory()
const manager = await makePerson({ roles: [{ role: 'plan-manager' }] })
const by = () => authority('plan.write', { actorId: manager.id })

beforeEach(() => {
  current = structuredClone(original)
})

async function draft() {
  const created = await createDraft(by())
  if (!created.ok) throw new Error(created.message)
  return created.value
}

const documentOf = async (versionId: string) => {
  const { body, hash } = await database.planDocument.findUniqueOrThrow({ where: { versionId } })
  return { body, hash, document: JSON.parse(body) as PlanDocument }
}

describe('submission', () => {
  test('copies every lesson, question, form and rule, and no key, into a document under its own hash', async () => {
    const id = await draft()
    expect(await submitVersion(by(), id, 1)).toMatchObject({ ok: true })
    const { body, hash, document } = await documentOf(id)
    expect(hash).toBe(sha256(body))
    expect(document.modules.map(({ slug }) => slug)).toEqual(current.plan.modules)
    const [module] = document.modules
    const [source] = current.modules
    expect(module?.lessons).toEqual(source?.lessons)
    expect(module?.form).toEqual(source?.form)
    expect(module?.questions.map((question) => question.id)).toEqual(source?.questions.map(({ id: own }) => own))
    for (const { questions } of current.modules) {
      for (const { key } of questions) expect(body).not.toContain(JSON.stringify(key.explanation).slice(1, -1))
    }
    expect(body).not.toMatch(/"key":|"option":|"salt":/)
  })

  test('makes whoever submits an author', async () => {
    const id = await draft()
    const other = await makePerson({ roles: [{ role: 'plan-manager' }] })
    expect(await submitVersion(authority('plan.write', { actorId: other.id }), id, 1)).toMatchObject({ ok: true })
    const authors = await database.planAuthor.findMany({ where: { versionId: id }, select: { personId: true } })
    expect(authors.map(({ personId }) => personId).sort()).toEqual([manager.id, other.id].sort())
  })

  test('happens once, and from what was on the screen', async () => {
    const id = await draft()
    expect(await submitVersion(by(), id, 2)).toMatchObject({ ok: false, reason: 'conflict' })
    const results = await Promise.all([1, 2, 3].map(() => submitVersion(by(), id, 1)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await submitVersion(by(), id, 1)).toMatchObject({ ok: false, reason: 'submitted' })
    expect(await submitVersion(by(), 'inventata', 1)).toMatchObject({ ok: false, reason: 'absent' })
  })

  test('is refused while something needed is missing, and changes nothing', async () => {
    const id = await draft()
    const [module] = current.modules
    if (!module) throw new Error('no module')
    // A bank of one question cannot fill the blueprint.
    module.questions.splice(1)
    expect(await submitVersion(by(), id, 1)).toMatchObject({ ok: false, reason: 'not-ready' })
    expect(await database.versionPart.count({ where: { versionId: id } })).toBe(0)
    expect(await database.planVersion.findUnique({ where: { id } })).toMatchObject({ submittedAt: null })
  })

  test('freezes: a content that changes afterwards changes neither lessons nor keys of the version', async () => {
    const id = await draft()
    await submitVersion(by(), id, 1)
    const before = JSON.stringify(await frozenPlan(id))
    const [module] = current.modules
    const [question] = module?.questions ?? []
    if (!module?.lessons[0] || !question) throw new Error('no module')
    module.lessons[0].markdown = '## Tutto nuovo {prassi}'
    question.key = { option: 'b', explanation: 'Un’altra spiegazione.' }
    expect(JSON.stringify(await frozenPlan(id))).toBe(before)
    const digest = (await frozenPlan(id)).modules[0]?.questions[0]?.keyDigest ?? ''
    const keys = await findKeys(database, [digest])
    expect(keys.get(digest)).toEqual(original.modules[0]?.questions[0]?.key)
  })

  test('an unchanged key keeps its digest in the next version; a changed one gets another', async () => {
    const first = await draft()
    await submitVersion(by(), first, 1)
    const second = await draft()
    const question = current.modules[0]?.questions[1]
    if (!question) throw new Error('no question')
    question.key = { ...question.key, explanation: 'Spiegata meglio.' }
    await submitVersion(by(), second, 1)
    const digests = async (id: string) => (await documentOf(id)).document.modules[0]?.questions.map((q) => q.keyDigest)
    const [before, after] = [await digests(first), await digests(second)]
    const changed = before?.map((digest, index) => digest !== after?.[index])
    expect(changed?.flatMap((is, index) => (is ? [index] : []))).toEqual([1])
  })

  test('a key that was changed in a version which came to nothing, and is back, is no change to the one before', async () => {
    const submitted = async () => {
      const id = await draft()
      expect(await submitVersion(by(), id, 1)).toMatchObject({ ok: true })
      return (await documentOf(id)).document.modules[0]?.questions[2]?.keyDigest
    }
    const before = await submitted()
    const question = current.modules[0]?.questions[2]
    if (!question) throw new Error('no question')
    const { key } = question
    question.key = { ...key, explanation: 'Spiegata peggio.' }
    expect(await submitted()).not.toBe(before)
    question.key = key
    expect(await submitted()).toBe(before)
  })

  test('takes a bank of more than a thousand questions, twice', async () => {
    const [module] = current.modules
    const [question] = module?.questions ?? []
    if (!module || !question) throw new Error('no module')
    for (let count = 0; count < 1100; count += 1) {
      module.questions.push({ ...question, id: `Z${count}`, stem: `${question.stem} ${count}` })
    }
    const [first, second] = [await draft(), await draft()]
    expect(await submitVersion(by(), first, 1)).toMatchObject({ ok: true })
    expect(await submitVersion(by(), second, 1)).toMatchObject({ ok: true })
    const frozen = (await frozenPlan(second)).modules[0]?.questions
    expect(frozen?.length).toBe(module.questions.length)
    expect(frozen).toEqual((await frozenPlan(first)).modules[0]?.questions)
  })

  test('the settings of the composition take the place of those of the content, absent ones included', async () => {
    const id = await draft()
    const slug = current.plan.modules[0] ?? ''
    const composed = JSON.parse((await database.planVersion.findUniqueOrThrow({ where: { id } })).composition)
    const settings = { ...composed.modules[0], hours: { navigator: composed.modules[0].hours.navigator } }
    delete settings.slug
    delete settings.observation
    const saved = await updateModuleSettings(by(), { versionId: id, revision: 1 }, slug, settings)
    expect(saved).toMatchObject({ ok: true })
    expect(await submitVersion(by(), id, 2)).toMatchObject({ ok: true })
    const [module] = (await documentOf(id)).document.modules
    expect(Object.keys(module?.hours ?? {})).toEqual(['navigator'])
    expect(module?.observation).toBeUndefined()
  })

  test('a submitted version cannot be changed or thrown away, not even by hand', async () => {
    const id = await draft()
    await submitVersion(by(), id, 1)
    const raw = new Database(environment.DATABASE_URL.replace('file:', ''))
    const attempt = (sql: string) => () => raw.prepare(sql).run({ id })
    const ofVersion = '(SELECT hash FROM VersionPart WHERE versionId = $id)'
    expect(attempt("UPDATE PlanVersion SET composition = '{}' WHERE id = $id")).toThrow(/does not change/)
    expect(attempt('DELETE FROM PlanVersion WHERE id = $id')).toThrow(/does not change/)
    expect(attempt('REPLACE INTO PlanVersion SELECT * FROM PlanVersion WHERE id = $id')).toThrow(/already there/)
    expect(attempt(`UPDATE FrozenPart SET body = '{}' WHERE hash IN ${ofVersion}`)).toThrow(/append-only/)
    expect(attempt(`REPLACE INTO FrozenPart SELECT * FROM FrozenPart WHERE hash IN ${ofVersion}`)).toThrow(
      /append-only/,
    )
    expect(attempt('DELETE FROM VersionPart WHERE versionId = $id')).toThrow(/append-only/)
    expect(attempt('DELETE FROM PlanDocument WHERE versionId = $id')).toThrow(/append-only/)
    expect(attempt('DELETE FROM PlanAuthor WHERE versionId = $id')).toThrow(/does not change/)
    expect(
      attempt(
        `INSERT INTO VersionPart SELECT versionId, 'altro', 999, kind, moduleSlug, hash
         FROM VersionPart WHERE versionId = $id LIMIT 1`,
      ),
    ).toThrow(/does not change/)
    expect(() => raw.exec("UPDATE FrozenKey SET salt = ''")).toThrow(/append-only/)
    raw.close()
  })
})
