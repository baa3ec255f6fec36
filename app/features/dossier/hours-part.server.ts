import { findPersonNames } from '~/features/auth/person-names.queries.server'
import { modeTitle } from '~/features/classroom/register-words'
import type { SignedRegister } from '~/features/classroom/rules/register'
import { companionNames, stateNames } from '~/features/practice/practice-words'
import type { Companion, PracticeState } from '~/features/practice/rules/practice'
import { formatClock } from '~/lib/minutes'
import { database } from '~/platform/database/client.server'
import type { DossierEnrolment } from './dossier.schema'
import { decisionNames } from './dossier-words'

/** Practice that one logged with what was decided of it, and one's own line of each signed register. */
export async function findHoursPart(
  enrolmentId: string,
): Promise<Pick<DossierEnrolment, 'ore_sul_lavoro' | 'presenze'>> {
  const [ore_sul_lavoro, presenze] = await Promise.all([findPractice(enrolmentId), findAttendances(enrolmentId)])
  return { ore_sul_lavoro, presenze }
}

async function findPractice(enrolmentId: string): Promise<DossierEnrolment['ore_sul_lavoro']> {
  const rows = await database.practiceEntry.findMany({
    where: { enrolmentId },
    orderBy: [{ heldOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      moduleSlug: true,
      heldOn: true,
      minutes: true,
      tasks: true,
      alongside: true,
      note: true,
      state: true,
      createdAt: true,
      decisions: {
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: { outcome: true, at: true, byId: true, reason: true },
      },
    },
  })
  const names = await findPersonNames(rows.flatMap(({ decisions }) => decisions.map(({ byId }) => byId)))
  return rows.map((row) => ({
    id: row.id,
    modulo: row.moduleSlug,
    giorno: row.heldOn,
    minuti: row.minutes,
    attivita: JSON.parse(row.tasks) as string[],
    con: companionNames[row.alongside as Companion] ?? row.alongside,
    nota: row.note,
    stato: stateNames[row.state as PracticeState] ?? row.state,
    scritta_il: row.createdAt.toISOString(),
    decisioni: row.decisions.map(({ outcome, at, byId, reason }) => ({
      esito: decisionNames[outcome] ?? outcome,
      quando: at.toISOString(),
      da: names.get(byId) ?? null,
      motivo: reason,
    })),
  }))
}

async function findAttendances(enrolmentId: string): Promise<DossierEnrolment['presenze']> {
  const rows = await database.attendance.findMany({
    where: { enrolmentId },
    orderBy: [{ register: { heldOn: 'asc' } }, { register: { seq: 'asc' } }],
    select: {
      minutes: true,
      register: {
        select: {
          id: true,
          moduleSlug: true,
          mode: true,
          heldOn: true,
          startsAt: true,
          endsAt: true,
          signedAt: true,
          payload: true,
          trainer: { select: { firstName: true, lastName: true } },
        },
      },
    },
  })
  const corrections = await database.register.findMany({
    where: { corrects: { in: rows.map(({ register }) => register.id) } },
    select: { corrects: true },
  })
  const corrected = new Set(corrections.map(({ corrects }) => corrects))
  return rows.map(({ minutes, register: { trainer, payload, ...register } }) => {
    const {
      title,
      place,
      rows: lines,
    } = JSON.parse(payload ?? '{}') as Partial<Extract<SignedRegister, { rows: unknown }>>
    return {
      registro: register.id,
      modulo: register.moduleSlug,
      modalita: modeTitle(register.mode),
      giorno: register.heldOn,
      dalle: formatClock(register.startsAt),
      alle: formatClock(register.endsAt),
      titolo: title ?? null,
      luogo: place ?? null,
      minuti: minutes,
      // Of the lines of a register one's own alone.
      motivo: lines?.find((line) => line.enrolmentId === enrolmentId)?.reason ?? null,
      firmato_da: `${trainer.firstName} ${trainer.lastName}`,
      firmato_il: register.signedAt.toISOString(),
      vale_oggi: !corrected.has(register.id),
    }
  })
}
