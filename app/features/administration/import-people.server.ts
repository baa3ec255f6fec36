import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { type Transaction, transact } from '~/platform/database/client.server'
import { planFile, readImport } from './check-import.server'
import type { ImportPlan } from './rules/import/plan-import'
import { ownDraft } from './store-import-draft.server'
import { changePeople, insertPeople, insertRoles } from './write-people.server'

const timeoutMs = 300_000

export type ImportCounts = { created: number; updated: number; unchanged: number; roles: number }

/**
 * Applies a waiting file: all of it, or nothing. The file is checked again against the people of this moment;
 * a second import of the same file changes nothing.
 * @returns how many people were touched; `absent` (no such draft of this person), `errors` when a row cannot be applied
 */
export async function importPeople(
  by: Authorised<'people.import'>,
  draftId: string,
): Promise<Result<ImportCounts, 'absent' | 'errors'>> {
  return transact(
    async (tx) => {
      const where = ownDraft(by, draftId)
      const draft = await tx.importDraft.findFirst({ where, select: { sha256: true, content: true } })
      const file = draft && (await readImport(tx, draft.content))
      if (!draft || !file?.ok) return refusal('absent', 'Il file non è più in attesa: caricalo di nuovo')
      const plan = await planFile(tx, by, file.value)
      if (plan.errors.length > 0) {
        return refusal('errors', 'Il file ha ancora righe da correggere: correggile e carica il file di nuovo')
      }
      const roles = await apply(tx, by, plan)
      const counts = { created: plan.create.length, updated: plan.update.length, unchanged: plan.unchanged, roles }
      await tx.importDraft.delete({ where: { id: draftId }, select: { id: true } })
      await writeAudit(
        tx,
        {
          actorId: by.actorId,
          requestId: by.requestId,
          action: 'people.import',
          objectType: 'import',
          objectId: draftId,
          payload: { ...counts, sha256: draft.sha256 },
        },
        by.now,
      )
      return success(counts)
    },
    { timeoutMs },
  )
}

/** @returns how many roles were given */
async function apply(tx: Transaction, by: Authorised<'people.import'>, plan: ImportPlan): Promise<number> {
  const roles = await insertPeople(tx, plan.create, by.now)
  const changes = plan.update.flatMap(({ person, data }) => (data ? [{ id: person.id, data }] : []))
  for (const { person, grant } of plan.update) {
    if (grant) roles.push({ personId: person.id, grant })
  }
  await changePeople(tx, changes, by.today)
  await insertRoles(tx, roles, by.now)
  return roles.length
}
