import { canonicalJson } from '~/lib/canonical-json'
import { database } from '~/platform/database/client.server'
import { sha256 } from '~/platform/sha256.server'
import { frozenPlan } from './frozen-plan.server'
import { type FirstDifference, firstDifference, firstDifferentIndex } from './rules/first-difference'

export type DocumentVerdict =
  | { ok: true; number: number; hash: string }
  /** No version was ever submitted. */
  | { ok: false; reason: 'no-version' }
  /** The file is not the document of the version it comes nearest to. `byte` counts from 0. */
  | { ok: false; reason: 'differs'; number: number; hash: string; byte: number; difference: FirstDifference }
  /** The file is right, but the stored rows that are delivered no longer give it. */
  | { ok: false; reason: 'rows-differ'; number: number; hash: string; difference: FirstDifference }

/**
 * Proves a file against the canonical documents that were submitted: byte by byte by its SHA-256, and that the frozen
 * rows which are delivered still give the same document. For `rotta -- plan verify`.
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
  if (canonicalJson(rebuilt) === body) return { ok: true, number, hash }
  const difference = firstDifference(JSON.parse(body), rebuilt) ?? { path: '', expected: '', found: '' }
  return { ok: false, reason: 'rows-differ', number, hash, difference }
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
