import type { Authorised } from '~/features/auth/authorise.server'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { streamCsv } from '~/platform/export/stream-csv.server'
import { type AuditRow, eachAuditRow } from './audit.queries.server'
import type { AuditFilters } from './audit-filters.schema'
import { actionName } from './audit-names'

const headings = [
  'numero',
  'quando',
  'chi',
  'atto',
  'atto_nome',
  'oggetto_tipo',
  'oggetto',
  'richiesta',
  'contenuto',
  'impronta',
]

/** The log as CSV, up to and with the row that says it was asked for. */
export async function exportAudit(by: Authorised<'audit.read'>, filters: AuditFilters): Promise<ReadableStream> {
  const last = await transact(async (tx) => {
    await writeAudit(
      tx,
      {
        actorId: by.actorId,
        requestId: by.requestId,
        action: 'audit.export',
        objectType: 'audit',
        objectId: 'csv',
        payload: { filters },
      },
      by.now,
    )
    const row = await tx.auditEntry.findFirstOrThrow({ orderBy: { seq: 'desc' }, select: { seq: true } })
    return row.seq
  })
  return streamCsv(headings, toRows(eachAuditRow(by, filters, last)))
}

async function* toRows(portions: AsyncIterable<AuditRow[]>) {
  for await (const rows of portions) yield rows.map(toRow)
}

function toRow(row: AuditRow): string[] {
  return [
    String(row.seq),
    row.at.toISOString(),
    row.actorId ?? '',
    row.action,
    actionName(row.action),
    row.objectType,
    row.objectId,
    row.requestId,
    row.payload ?? '',
    row.digest,
  ]
}
