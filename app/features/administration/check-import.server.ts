import type { Authorised } from '~/features/auth/authorise.server'
import { grantsFromRows } from '~/features/auth/grants-from-rows'
import type { Reader, Transaction } from '~/platform/database/client.server'
import { type ReadRows, readRows } from './import-rows'
import { readTable, type Table } from './import-table'
import { type ImportPlan, type KnownPerson, planImport } from './rules/import/plan-import'

const chunk = 500

type Source = Pick<Reader, 'person' | 'province' | 'entry'> | Transaction

/** A file that could be read as a table, with what is wrong in its rows. */
export type ImportFile = { table: Table; read: ReadRows }

/**
 * Reads the bytes of an import and checks them row by row.
 * @returns an Italian sentence when the file as a whole cannot be used
 */
export async function readImport(
  source: Source,
  bytes: Uint8Array,
): Promise<{ ok: true; value: ImportFile } | { ok: false; message: string }> {
  const table = readTable(bytes)
  if (!table.ok) return table
  const provinces = await source.province.findMany({ select: { code: true, name: true } })
  const entries = await source.entry.findMany({ select: { id: true, name: true }, orderBy: { position: 'asc' } })
  const read = readRows(table.value, { provinces, entries })
  return read.ok ? { ok: true, value: { table: table.value, read: read.value } } : read
}

/** What the file would do to the people who are there now, with all errors in the order of its lines. */
export async function planFile(source: Source, by: Authorised<'people.import'>, file: ImportFile): Promise<ImportPlan> {
  const known = await findKnown(
    source,
    file.read.rows.map((row) => row.email),
  )
  const plan = planImport(file.read.rows, known, by.scopes, by.today, by.actorId)
  const errors = [...file.read.errors, ...plan.errors].sort((one, other) => one.line - other.line)
  return { ...plan, errors }
}

async function findKnown(source: Source, emails: string[]): Promise<Map<string, KnownPerson>> {
  const known = new Map<string, KnownPerson>()
  for (let start = 0; start < emails.length; start += chunk) {
    const rows = await source.person.findMany({
      where: { email: { in: emails.slice(start, start + chunk) } },
      select: {
        id: true,
        email: true,
        firstName: true,
        lastName: true,
        profile: true,
        homeEntryId: true,
        deactivatedAt: true,
        roles: { select: { role: true, scopeKind: true, scopeId: true, seat: true, startsOn: true, endsOn: true } },
        postings: { select: { entryId: true, startsOn: true, endsOn: true } },
      },
    })
    for (const { deactivatedAt, roles, postings, ...data } of rows) {
      known.set(data.email, {
        ...data,
        profile: data.profile ?? undefined,
        homeEntryId: data.homeEntryId ?? undefined,
        active: deactivatedAt === null,
        grants: grantsFromRows(roles),
        postings: postings.map((posting) => ({ ...posting, endsOn: posting.endsOn ?? undefined })),
      })
    }
  }
  return known
}
