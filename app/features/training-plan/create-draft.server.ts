import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { content } from '~/features/curriculum/content.server'
import { canonicalJson } from '~/lib/canonical-json'
import { type Result, refusal, success } from '~/lib/result'
import { type Transaction, transact } from '~/platform/database/client.server'
import { defaultComposition } from './rules/composition'
import type { Composition } from './rules/plan-document'
import { defaultSizing, refreshPlaces, type SizingEntry } from './rules/sizing'
import { findSizingEntries } from './sizing-entries.queries.server'
import { addAuthor, auditVersion } from './write-draft.server'

/**
 * Begins a version: from the outline that the content proposes, or from the composition of an earlier version. Its
 * number is the highest plus one.
 *
 * @param basedOnId the version to start again from, whatever its state
 * @returns the id of the draft; `absent` when there is no such version
 */
export async function createDraft(by: Authorised<'plan.write'>, basedOnId?: string): Promise<Result<string, 'absent'>> {
  const entries = await findSizingEntries()
  return transact(async (tx) => {
    const composition = basedOnId ? await copyComposition(tx, basedOnId, entries) : await propose(tx, entries)
    if (!composition) return refusal('absent', 'La versione da cui ripartire non c’è')
    const last = await tx.planVersion.findFirst({ orderBy: { number: 'desc' }, select: { number: true } })
    const number = (last?.number ?? 0) + 1
    const id = randomUUID()
    await tx.planVersion.create({
      data: {
        id,
        number,
        composition: canonicalJson(composition),
        basedOnId: basedOnId ?? null,
        createdAt: by.now,
      },
      select: { id: true },
    })
    await addAuthor(tx, by, id)
    if (basedOnId) await takeOverAuthors(tx, basedOnId, id)
    await auditVersion(tx, by, 'plan.create', id, { number, basedOn: basedOnId ?? null })
    return success(id)
  })
}

async function propose(tx: Transaction, entries: readonly SizingEntry[]): Promise<Composition> {
  const { plan, modules } = content()
  return defaultComposition(plan, modules, defaultSizing(entries, await countOperators(tx), plan.classSize))
}

async function copyComposition(
  tx: Transaction,
  versionId: string,
  entries: readonly SizingEntry[],
): Promise<Composition | undefined> {
  const version = await tx.planVersion.findUnique({ where: { id: versionId }, select: { composition: true } })
  if (!version) return undefined
  const composition = JSON.parse(version.composition) as Composition
  return { ...composition, sizing: refreshPlaces(composition.sizing, entries) }
}

/** Who wrote a draft that was never submitted has written the one that starts from it, too. */
async function takeOverAuthors(tx: Transaction, fromId: string, versionId: string) {
  const authors = await tx.planAuthor.findMany({
    where: { versionId: fromId, version: { submittedAt: null } },
    select: { personId: true, firstAt: true },
  })
  for (const { personId, firstAt } of authors) await addAuthor(tx, { actorId: personId, now: firstAt }, versionId)
}

/** Operators on duty, by the entry they belong to. */
async function countOperators(tx: Transaction): Promise<Map<string, number>> {
  const rows = await tx.person.groupBy({
    by: ['homeEntryId'],
    where: { profile: 'operatore', deactivatedAt: null, homeEntryId: { not: null } },
    _count: true,
  })
  return new Map(rows.flatMap(({ homeEntryId, _count }) => (homeEntryId ? [[homeEntryId, _count] as const] : [])))
}
