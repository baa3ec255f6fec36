import { randomBytes } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { content } from '~/features/curriculum/content.server'
import type { KeyedQuestion, ModuleContent } from '~/features/curriculum/rules/module-content'
import { canonicalJson } from '~/lib/canonical-json'
import { type Result, refusal, success } from '~/lib/result'
import { type Transaction, transact } from '~/platform/database/client.server'
import { buildDocument } from './rules/build-document'
import { findMissing } from './rules/missing'
import type { Composition, DocumentQuestion } from './rules/plan-document'
import { path as partPath } from './rules/plan-parts'
import { findSizingEntries } from './sizing-entries.queries.server'
import { digestKey, type SaltedKey, storeFrozen } from './store-frozen.server'
import { addAuthor, auditVersion, type DraftRefusal, readDraft } from './write-draft.server'

/**
 * Freezes a draft and puts it before the Cabina: from here on the version, its texts and its questions are those of
 * this moment, whatever changes in the content (product contract, chain step 2).
 *
 * @param revision the one that was on the screen: nobody submits what somebody else has just changed
 * @returns `absent`, `submitted` (already), `conflict`, or `not-ready` when something needed is missing
 */
export async function submitVersion(
  by: Authorised<'plan.write'>,
  versionId: string,
  revision: number,
): Promise<Result<null, DraftRefusal | 'not-ready'>> {
  const { modules, edition, targets, plan: outline } = content()
  const entries = await findSizingEntries()
  return transact(async (tx) => {
    const draft = await readDraft(tx, { versionId, revision })
    if (!draft.ok) return draft
    const { number } = draft.value
    const composition = JSON.parse(draft.value.composition) as Composition
    const missing = findMissing({ composition, modules, targets, outline, entries })
    if (missing.some(({ severity }) => severity === 'blocking')) {
      return refusal('not-ready', 'La versione non si può ancora presentare: completa ciò che manca')
    }
    const keys = await saltKeys(tx, composition, modules)
    const document = buildDocument({
      number,
      composition,
      modules,
      normsAt: edition.normsAt,
      digestOf: (slug, id) => digestKey(keyAt(keys, partPath.question(slug, id))),
    })
    await addAuthor(tx, by, versionId)
    const documentHash = await storeFrozen(tx, versionId, document, [...keys.values()], by.now)
    await tx.planVersion.update({
      where: { id: versionId },
      data: { submittedAt: by.now, submittedById: by.actorId, documentHash },
      select: { id: true },
    })
    await auditVersion(tx, by, 'plan.submit', versionId, { number, documentHash })
    return success(null)
  })
}

/**
 * The keys of the composed modules by path, each with a salt. A key that the question had in a version before keeps
 * the salt of then, and so its digest, also after another one in between: the difference between two versions then
 * shows the keys that differ alone, without telling what they are.
 */
async function saltKeys(tx: Transaction, composition: Composition, modules: readonly ModuleContent[]) {
  const wanted = new Map<string, KeyedQuestion>(
    composition.modules.flatMap(({ slug }) =>
      (modules.find((module) => module.slug === slug)?.questions ?? []).map(
        (question) => [partPath.question(slug, question.id), question] as const,
      ),
    ),
  )
  const salts = await readSalts(tx, wanted)
  return new Map(
    [...wanted].map(([path, { key }]): [string, SaltedKey] => [
      path,
      { key, salt: salts.get(saltName(path, canonicalJson(key))) ?? randomBytes(16).toString('hex') },
    ]),
  )
}

/** The salts of the keys that the questions of these paths had in versions submitted so far, the latest for each. */
async function readSalts(tx: Transaction, wanted: ReadonlyMap<string, unknown>): Promise<Map<string, string>> {
  // Without a list of paths: a query that sorts takes no more values than SQLite allows, and banks have no such limit.
  const all = await tx.versionPart.findMany({
    where: { kind: 'question' },
    orderBy: { version: { number: 'asc' } },
    select: { path: true, hash: true },
  })
  const parts = all.filter(({ path }) => wanted.has(path))
  const bodies = await tx.frozenPart.findMany({
    where: { hash: { in: [...new Set(parts.map(({ hash }) => hash))] } },
    select: { hash: true, body: true },
  })
  const digests = new Map(bodies.map(({ hash, body }) => [hash, (JSON.parse(body) as DocumentQuestion).keyDigest]))
  const keys = await tx.frozenKey.findMany({
    where: { digest: { in: [...new Set(digests.values())] } },
    select: { digest: true, salt: true, body: true },
  })
  const keyOf = new Map(keys.map((key) => [key.digest, key]))
  return new Map(
    parts.flatMap(({ path, hash }) => {
      const key = keyOf.get(digests.get(hash) ?? '')
      return key ? [[saltName(path, key.body), key.salt] as const] : []
    }),
  )
}

/** What a salt is kept by: the question, and what its key says. */
function saltName(path: string, key: string) {
  return `${path}\n${key}`
}

function keyAt(keys: ReadonlyMap<string, SaltedKey>, path: string): SaltedKey {
  const key = keys.get(path)
  if (!key) throw new Error(`No key was prepared for ${path}`)
  return key
}
