import { findPersonNames } from '~/features/auth/person-names.queries.server'
import { recognisedNames } from '~/features/evidence/evidence-words'
import { type EvidenceKind, standingRows } from '~/features/evidence/rules/evidence'
import { modeNames } from '~/features/training-plan/plan-names'
import { database } from '~/platform/database/client.server'
import type { DossierEnrolment } from './dossier.schema'
import { evidenceKindNames } from './dossier-words'

/** Every row of evidence of one's own enrolment, those that were corrected or voided too. */
export async function findEvidencePart(enrolmentId: string): Promise<DossierEnrolment['attivita']> {
  const rows = await database.evidence.findMany({
    where: { enrolmentId },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      moduleSlug: true,
      kind: true,
      subject: true,
      minutes: true,
      occurredOn: true,
      recordedAt: true,
      recordedById: true,
      corrects: true,
      isVoid: true,
      payload: true,
    },
  })
  const names = await findPersonNames(rows.map(({ recordedById }) => recordedById))
  const standing = new Set(standingRows(rows).map(({ id }) => id))
  return rows.map((row) => ({
    id: row.id,
    modulo: row.moduleSlug,
    tipo: evidenceKindNames[row.kind as EvidenceKind],
    che_cosa: subjectName(row),
    minuti: row.minutes,
    giorno: row.occurredOn,
    registrata_il: row.recordedAt.toISOString(),
    registrata_da: (row.recordedById && names.get(row.recordedById)) ?? null,
    corregge: row.corrects,
    annulla: row.isVoid,
    vale_oggi: standing.has(row.id),
    ...saidOf(row),
  }))
}

function subjectName({ kind, subject }: { kind: string; subject: string }): string {
  if (kind === 'hours') return modeNames[subject as keyof typeof modeNames] ?? subject
  return kind === 'recognition' ? (recognisedNames[subject as keyof typeof recognisedNames] ?? subject) : subject
}

/** What was written with a recognition. The reason of a register's correction is told nowhere: it may name others. */
function saidOf({ kind, payload }: { kind: string; payload: string | null }) {
  if (kind !== 'recognition' || payload === null) return { motivo: null, documento: null }
  const { reason, document } = JSON.parse(payload) as { reason?: string; document?: string }
  return { motivo: reason ?? null, documento: document ?? null }
}
