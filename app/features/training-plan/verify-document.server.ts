import { canonicalJson } from '~/lib/canonical-json'
import { database } from '~/platform/database/client.server'
import { sha256 } from '~/platform/sha256.server'
import { frozenPlan } from './frozen-plan.server'
import { type FirstDifference, firstDifference, firstDifferentIndex } from './rules/first-difference'
import type { PlanDocument } from './rules/plan-document'
import { digestKey } from './store-frozen.server'

export type DocumentVerdict =
  | { ok: true; number: number; hash: string }
  /** No version was ever submitted. */
  | { ok: false; reason: 'no-version' }
  /** The file is not the document of the version it comes nearest to. `byte` counts from 0. */
  | { ok: false; reason: 'differs'; number: number; hash: string; byte: number; difference: FirstDifference }
  /** The file is right, but the stored rows that are delivered, or the keys they are scored with, no longer give it. */
  | { ok: false; reason: 'rows-differ'; number: number; hash: string; difference: FirstDifference }

/**
 * Proves a file against the canonical documents that were submitted: byte by byte by its SHA-256, that the frozen rows
 * which are delivered still give the same document, and that each stored key is the one its digest stands for. For
 * `rotta -- plan verify`.
 */
export async function verifyDocument(file: Buffer): Promise<DocumentVerdict> {
  const text = file.toString('utf8')
  const hash = sha256(text)
  // A byte that is no UTF-8 would vanish in the text: only the same bytes have the same hash.
  const exact = Buffer.from(text, 'utf8').equals(file)
    ? await database.planDocument.findFirst({ where: { hash }, select: { versionId: true, body: true } })
    : null
  if (exact) return compareRows(exact.versionId, exact.body, hash)

  const parsed = parseJson(text)
  const nearest = await findNearest(file, numberOf(parsed))
  if (!nearest) return { ok: false, reason: 'no-version' }
  const original = Buffer.from(nearest.body, 'utf8')
  const byte = firstDifferentIndex(original, file)
  const difference = (parsed === undefined ? undefined : firstDifference(JSON.parse(nearest.body), parsed)) ?? {
    path: '',
    expected: excerpt(original, byte),
    found: excerpt(file, byte),
  }
  return { ok: false, reason: 'differs', number: nearest.number, hash: nearest.hash, byte, difference }
}

async function compareRows(versionId: string, body: string, hash: string): Promise<DocumentVerdict> {
  const { number } = await database.planVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { number: true },
  })
  const { versionId: _, documentHash: __, modules, ...head } = await frozenPlan(versionId)
  const rebuilt = {
    ...head,
    modules: modules.map(({ lessons, questions, ...module }) => ({
      ...module,
      lessons: lessons.map(({ hash: _hash, ...lesson }) => lesson),
      questions: questions.map(({ hash: _hash, ...question }) => question),
    })),
  }
  if (canonicalJson(rebuilt) !== body) {
    const difference = firstDifference(JSON.parse(body), rebuilt) ?? { path: '', expected: '', found: '' }
    return { ok: false, reason: 'rows-differ', number, hash, difference }
  }
  const difference = await findChangedKey(rebuilt)
  return difference ? { ok: false, reason: 'rows-differ', number, hash, difference } : { ok: true, number, hash }
}

/** The first question whose stored key is not there, or is not the one that its digest stands for; never the key. */
async function findChangedKey({ modules }: Pick<PlanDocument, 'modules'>): Promise<FirstDifference | undefined> {
  for (const [moduleIndex, { questions }] of modules.entries()) {
    const rows = await database.frozenKey.findMany({
      where: { digest: { in: questions.map(({ keyDigest }) => keyDigest) } },
      select: { digest: true, salt: true, body: true },
    })
    const found = new Map(rows.map(({ digest, salt, body }) => [digest, digestKey({ key: JSON.parse(body), salt })]))
    const changed = questions.findIndex(({ keyDigest }) => found.get(keyDigest) !== keyDigest)
    const keyDigest = questions[changed]?.keyDigest
    if (keyDigest === undefined) continue
    const path = `modules[${moduleIndex}].questions[${changed}].keyDigest`
    return { path, expected: keyDigest, found: found.get(keyDigest) ?? '(manca)' }
  }
  return undefined
}

/**
 * The submitted document that the file comes from: the one that shares the most bytes with it at both ends; when
 * none shares half of it, as after reformatting, the one whose number the file states.
 */
async function findNearest(file: Buffer, statedNumber: unknown) {
  const versions = await database.planVersion.findMany({
    where: { submittedAt: { not: null } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  })
  let nearest: { number: number; hash: string; body: string; nearness: number } | undefined
  for (const { id, number } of versions) {
    const document = await database.planDocument.findUnique({
      where: { versionId: id },
      select: { hash: true, body: true },
    })
    if (!document) continue
    const shared = sharedBytes(Buffer.from(document.body, 'utf8'), file)
    const nearness = Math.max(shared, number === statedNumber ? file.length / 2 : 0)
    if (!nearest || nearness > nearest.nearness) nearest = { ...document, number, nearness }
  }
  return nearest
}

function sharedBytes(one: Buffer, other: Buffer) {
  const atStart = firstDifferentIndex(one, other)
  const rest = Math.min(one.length, other.length) - atStart
  const atEnd = firstDifferentIndex(
    Buffer.from(one).reverse().subarray(0, rest),
    Buffer.from(other).reverse().subarray(0, rest),
  )
  return atStart + atEnd
}

function numberOf(parsed: unknown): unknown {
  return typeof parsed === 'object' && parsed !== null && 'number' in parsed ? parsed.number : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function excerpt(bytes: Buffer, at: number) {
  return bytes.subarray(Math.max(0, at - 20), at + 20).toString('utf8')
}
