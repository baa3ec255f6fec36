import { grantsFromRows } from '~/features/auth/grants-from-rows'
import type { Grant, Seat } from '~/features/auth/rules/grants'
import { type Result, refusal, success } from '~/lib/result'
import type { Transaction } from '~/platform/database/client.server'
import type { Choice } from './rules/voting'
import { type VoteRefusal, voteOf } from './rules/who-votes'

/** A submitted version with its votes, as a command finds them before it writes. */
export type VersionInVote = {
  id: string
  number: number
  documentHash: string
  votes: { seq: number; seat: Seat; choice: Choice; digest: string; payload: string | null }[]
}

const sentences: Record<VoteRefusal, string> = {
  'no-seat': 'Vota solo chi tiene oggi uno dei tre seggi della Cabina',
  author: 'Hai creato, modificato o presentato questa versione: non puoi votarla',
  closed: 'La votazione è chiusa: il voto non è stato registrato',
  'not-open': 'Questa versione non è stata presentata',
}

/**
 * The seat that somebody may use on a version now, and the version. Roles are read anew: one that ended since the
 * request came in counts no more.
 *
 * @returns `absent` for a version that is not there or was never submitted, or the reason of voteOf
 */
export async function readVote(
  tx: Transaction,
  by: { actorId: string | null; today: string },
  versionId: string,
): Promise<Result<{ seat: Seat; version: VersionInVote }, 'absent' | Exclude<VoteRefusal, 'not-open'>>> {
  const version = await tx.planVersion.findUnique({
    where: { id: versionId },
    select: {
      id: true,
      number: true,
      documentHash: true,
      decision: { select: { outcome: true } },
      authors: { select: { personId: true } },
      votes: {
        orderBy: { seq: 'asc' },
        select: { seq: true, seat: true, choice: true, digest: true, payload: true },
      },
    },
  })
  if (!version?.documentHash) return refusal('absent', 'La versione non c’è')
  const verdict = voteOf({
    personId: by.actorId ?? '',
    grants: await readSeats(tx, by.actorId),
    day: by.today,
    submitted: true,
    decided: version.decision !== null,
    authors: version.authors.map(({ personId }) => personId),
  })
  if ('refusal' in verdict) {
    const reason = verdict.refusal === 'not-open' ? 'absent' : verdict.refusal
    return refusal(reason, sentences[verdict.refusal])
  }
  const { id, number, documentHash } = version
  const votes = version.votes.map((vote) => ({ ...vote, seat: vote.seat as Seat, choice: vote.choice as Choice }))
  return success({ seat: verdict.seat, version: { id, number, documentHash, votes } })
}

async function readSeats(tx: Transaction, personId: string | null): Promise<Grant[]> {
  if (personId === null) return []
  const rows = await tx.roleAssignment.findMany({
    where: { personId, role: 'committee', scopeKind: 'region', person: { deactivatedAt: null } },
    select: { role: true, scopeKind: true, scopeId: true, seat: true, startsOn: true, endsOn: true },
  })
  return grantsFromRows(rows)
}
