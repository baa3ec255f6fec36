import type { Authorised } from '~/features/auth/authorise.server'
import { database } from '~/platform/database/client.server'
import { planFile, readImport } from './check-import.server'
import { ownDraft } from './store-import-draft.server'

const shownErrors = 200
const shownLines = 20

export type ImportReport = NonNullable<Awaited<ReturnType<typeof findImportReport>>>

/** The dry run of a waiting file: what it would do today. Undefined when there is no such draft of this person. */
export async function findImportReport(by: Authorised<'people.import'>, draftId: string) {
  const draft = await database.importDraft.findFirst({
    where: ownDraft(by, draftId),
    select: { fileName: true, sha256: true, createdAt: true, content: true },
  })
  if (!draft) return undefined
  const file = await readImport(database, draft.content)
  if (!file.ok) return undefined
  const { table, read } = file.value
  const plan = await planFile(database, by, file.value)
  return {
    draftId,
    fileName: draft.fileName,
    sha256: draft.sha256,
    encoding: table.encoding,
    delimiter: table.delimiter,
    rows: table.rows.length,
    ignoredColumns: read.ignoredColumns,
    toCreate: plan.create.length,
    toUpdate: plan.update.length,
    unchanged: plan.unchanged,
    closedCount: plan.closed.length,
    closedLines: plan.closed.slice(0, shownLines),
    errorCount: plan.errors.length,
    errors: plan.errors.slice(0, shownErrors),
  }
}
