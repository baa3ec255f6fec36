import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudits } from '~/platform/audit/write-audits.server'
import { database, type Transaction, transact } from '~/platform/database/client.server'
import { planFile, readImport } from './check-import.server'
import { type ImportCounts, type ImportedChanges, importEvents } from './import-events.server'
import type { ImportPlan } from './rules/import/plan-import'
import { ownDraft } from './store-import-draft.server'
import { changePeople, dropPasswordLinks, insertPeople, insertRoles, type NewRole } from './write-people.server'

const timeoutMs = 300_000
const gone = refusal('absent', 'Il file non è più in attesa: caricalo di nuovo')

/**
 * Applies a waiting file: all of it, or nothing. The file is checked again against the people of this moment;
 * a second import of the same file changes nothing. It is read before the transaction, for which others wait.
 * @returns how many people were touched; `absent` (no such draft of this person), `errors` when a row cannot be applied
 */
export async function importPeople(
  by: Authorised<'people.import'>,
  draftId: string,
): Promise<Result<ImportCounts, 'absent' | 'errors'>> {
  const where = ownDraft(by, draftId)
  const draft = await database.importDraft.findFirst({ where, select: { sha256: true, content: true } })
  const file = draft && (await readImport(database, draft.content))
  if (!draft || !file?.ok) return gone
  return transact(
    async (tx) => {
      if ((await tx.importDraft.count({ where })) === 0) return gone
      const plan = await planFile(tx, by, file.value)
      if (plan.errors.length > 0) {
        return refusal('errors', 'Il file ha ancora righe da correggere: correggile e carica il file di nuovo')
      }
      const done = await apply(tx, by, plan)
      const counts: ImportCounts = {
        created: done.people.length,
        updated: plan.update.length,
        unchanged: plan.unchanged,
        roles: done.roles.length,
      }
      await tx.importDraft.delete({ where: { id: draftId }, select: { id: true } })
      await writeAudits(tx, importEvents(by, done, { draftId, sha256: draft.sha256, counts }), by.now)
      return success(counts)
    },
    { timeoutMs },
  )
}

/** Writes what the plan says. @returns what was written, with the ids that were given */
async function apply(tx: Transaction, by: Authorised<'people.import'>, plan: ImportPlan): Promise<ImportedChanges> {
  const roles: NewRole[] = []
  const people = plan.create.map(({ data, grant }) => {
    const id = randomUUID()
    if (grant) roles.push({ id: randomUUID(), personId: id, grant })
    return { id, data }
  })
  const changes = plan.update.flatMap(({ person, data }) => (data ? [{ person, data }] : []))
  const promoted = plan.update.flatMap(({ person, grant }) => (grant ? [{ personId: person.id, grant }] : []))
  for (const role of promoted) roles.push({ id: randomUUID(), ...role })
  await insertPeople(tx, people, by.now)
  await changePeople(tx, changes, by.today)
  await insertRoles(tx, roles, by.now)
  // As in grantRole and updatePerson: a link that was made for the account as it was must not open it as it is now.
  const moved = changes.filter(({ person, data }) => person.homeEntryId !== data.homeEntryId)
  await dropPasswordLinks(tx, [...promoted.map(({ personId }) => personId), ...moved.map(({ person }) => person.id)])
  return { people, changes, roles }
}
