import { randomBytes } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { content } from '~/features/curriculum/content.server'
import type { KeyedQuestion, ModuleContent } from '~/features/curriculum/rules/module-content'
import { canonicalJson } from '~/lib/canonical-json'
import { type Result, refusal, success } from '~/lib/result'
import { type Transaction, transact } from '~/platform/database/client.server'
import { partPath } from './frozen-plan.server'
import { buildDocument } from './rules/build-document'
import { findMissing } from './rules/missing'
import type { Composition, DocumentQuestion } from './rules/plan-document'
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
 * The keys of the composed modules by path, each with a salt. A key that has not changed since the version that froze
 * the question last keeps its salt, and so its digest: the difference between two versions then shows the changed
 * ones alone, without telling what they are.
 */
async function saltKeys(tx: Transaction, composition: Composition, modules: readonly ModuleContent[]) {
  const wanted = new Map<string, KeyedQuestion>(
    composition.modules.flatMap(({ slug }) =>
      (modules.find((module) => module.slug === slug)?.questions ?? []).map(
        (question) => [partPath.question(slug, question.id), question] as const,
      ),
    ),
  )
  const known = await readLatestKeys(tx, [...wanted.keys()])
  return new Map(
    [...wanted].map(([path, { key }]): [string, SaltedKey] => {
      const last = known.get(path)
      const unchanged = last !== undefined && last.body === canonicalJson(key)
      return [path, { key, salt: unchanged ? last.salt : randomBytes(16).toString('hex') }]
    }),
  )
}

/** By path of the question, the key it had in the last version that was submitted with it. */
async function readLatestKeys(tx: Transaction, paths: string[]) {
  const parts = await tx.versionPart.findMany({
    where: { kind: 'question', path: { in: paths } },
    orderBy: { version: { number: 'asc' } },
    select: { path: true, part: { select: { body: true } } },
  })
  const digests = new Map(parts.map(({ path, part }) => [path, (JSON.parse(part.body) as DocumentQuestion).keyDigest]))
  const rows = await tx.frozenKey.findMany({
    where: { digest: { in: [...digests.values()] } },
    select: { digest: true, salt: true, body: true },
  })
  const byDigest = new Map(rows.map((row) => [row.digest, row]))
  return new Map(
    [...digests].flatMap(([path, digest]) => {
      const row = byDigest.get(digest)
      return row ? [[path, row] as const] : []
    }),
  )
}

function keyAt(keys: ReadonlyMap<string, SaltedKey>, path: string): SaltedKey {
  const key = keys.get(path)
  if (!key) throw new Error(`No key was prepared for ${path}`)
  return key
}
