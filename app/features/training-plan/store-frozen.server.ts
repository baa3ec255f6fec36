import type { QuestionKey } from '~/features/curriculum/rules/module-content'
import { canonicalJson } from '~/lib/canonical-json'
import type { Transaction } from '~/platform/database/client.server'
import { sha256 } from '~/platform/sha256.server'
import type { PartKind } from './frozen-plan.server'
import type { PlanDocument } from './rules/plan-document'
import { path as partPath } from './rules/plan-parts'

/** A key with the salt of its digest. */
export type SaltedKey = { key: QuestionKey; salt: string }

type Part = { kind: PartKind; path: string; moduleSlug: string | null; body: string }

/** The salted digest by which a key stands in the canonical document: SHA-256 of the salt and the key's stable JSON. */
export function digestKey({ key, salt }: SaltedKey): string {
  return sha256(`${salt}\n${canonicalJson(key)}`)
}

/**
 * Writes what is delivered from now on: every part under its own SHA-256, the keys apart, the canonical document.
 * A part that an earlier version already has is not written twice. To be called before the version is marked submitted.
 * @returns the SHA-256 of the canonical document
 */
export async function storeFrozen(
  tx: Transaction,
  versionId: string,
  document: PlanDocument,
  keys: readonly SaltedKey[],
  now: Date,
): Promise<string> {
  const parts = partsOf(document).map((part) => ({ ...part, hash: sha256(`${part.kind}\n${part.body}`) }))
  const storedParts = await tx.frozenPart.findMany({
    where: { hash: { in: parts.map((part) => part.hash) } },
    select: { hash: true },
  })
  const storedKeys = await tx.frozenKey.findMany({
    where: { digest: { in: keys.map(digestKey) } },
    select: { digest: true },
  })
  const knownHashes = new Set(storedParts.map(({ hash }) => hash))
  const newParts = new Map(parts.filter(({ hash }) => !knownHashes.has(hash)).map((part) => [part.hash, part]))
  await tx.frozenPart.createMany({
    data: [...newParts.values()].map(({ hash, kind, body }) => ({ hash, kind, body })),
  })
  const knownDigests = new Set(storedKeys.map(({ digest }) => digest))
  const newKeys = new Map(
    keys.map((one) => [digestKey(one), one] as const).filter(([digest]) => !knownDigests.has(digest)),
  )
  await tx.frozenKey.createMany({
    data: [...newKeys].map(([digest, { key, salt }]) => ({ digest, salt, body: canonicalJson(key) })),
  })
  await tx.versionPart.createMany({
    data: parts.map(({ kind, path, moduleSlug, hash }, position) => ({
      versionId,
      kind,
      path,
      moduleSlug,
      hash,
      position,
    })),
  })
  const body = canonicalJson(document)
  const hash = sha256(body)
  await tx.planDocument.create({ data: { versionId, hash, body, createdAt: now }, select: { hash: true } })
  return hash
}

/** The document in parts: the plan's head, each module without its texts, each lesson, each question. */
function partsOf({ modules, ...head }: PlanDocument): Part[] {
  return [
    { kind: 'plan', path: partPath.head, moduleSlug: null, body: canonicalJson(head) },
    ...modules.flatMap(({ lessons, questions, ...module }): Part[] => [
      { kind: 'module', path: partPath.module(module.slug), moduleSlug: module.slug, body: canonicalJson(module) },
      ...lessons.map((lesson) => ({
        kind: 'lesson' as const,
        path: partPath.lesson(module.slug, lesson.slug),
        moduleSlug: module.slug,
        body: canonicalJson(lesson),
      })),
      ...questions.map((question) => ({
        kind: 'question' as const,
        path: partPath.question(module.slug, question.id),
        moduleSlug: module.slug,
        body: canonicalJson(question),
      })),
    ]),
  ]
}
