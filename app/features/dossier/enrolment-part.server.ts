import { findOwnAttempts, type OwnAttempt } from '~/features/assessments/own-attempts.queries.server'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import { profileNames } from '~/features/auth/role-names'
import type { Profile } from '~/features/auth/rules/profiles'
import { findManagedProgress } from '~/features/evidence/managed-enrolment.queries.server'
import { findModuleProgress } from '~/features/evidence/progress.queries.server'
import { database } from '~/platform/database/client.server'
import type { Dossier, DossierEnrolment } from './dossier.schema'
import { enrolmentEventNames } from './dossier-words'
import { findEvidencePart } from './evidence-part.server'
import { findHoursPart } from './hours-part.server'
import { findObservationPart } from './observation-part.server'

/** Everything of each enrolment that somebody ever had, the first one first. */
export async function findEnrolmentPart(personId: string): Promise<Dossier['iscrizioni']> {
  const rows = await database.enrolment.findMany({
    where: { personId },
    orderBy: [{ enrolledAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      versionId: true,
      profile: true,
      enrolledAt: true,
      leftAt: true,
      completedAt: true,
      version: { select: { number: true } },
    },
  })
  return Promise.all(
    rows.map(async ({ id, versionId, profile, version, enrolledAt, leftAt, completedAt }) => {
      const enrolment = { id, versionId, profile: profile as Profile }
      const [eventi, moduli, attivita, tentativi, sblocchi, observed, hours] = await Promise.all([
        findEvents(id),
        findModules(enrolment),
        findEvidencePart(id),
        findOwnAttempts(enrolment),
        findUnlocks(id),
        findObservationPart(enrolment),
        findHoursPart(id),
      ])
      return {
        id,
        versione_del_piano: version.number,
        profilo: profileNames[profile] ?? profile,
        iscritta_il: enrolledAt.toISOString(),
        lasciata_il: leftAt?.toISOString() ?? null,
        completata_il: completedAt?.toISOString() ?? null,
        eventi,
        moduli,
        attivita,
        tentativi: tentativi.map(attemptPart),
        sblocchi,
        ...observed,
        ...hours,
      }
    }),
  )
}

async function findEvents(enrolmentId: string): Promise<DossierEnrolment['eventi']> {
  const rows = await database.enrolmentEvent.findMany({
    where: { enrolmentId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { kind: true, at: true, byId: true, reason: true },
  })
  const names = await findPersonNames(rows.map(({ byId }) => byId))
  return rows.map(({ kind, at, byId, reason }) => ({
    evento: enrolmentEventNames[kind] ?? kind,
    quando: at.toISOString(),
    da: (byId && names.get(byId)) ?? null,
    motivo: reason,
  }))
}

async function findModules(enrolment: {
  id: string
  versionId: string
  profile: Profile
}): Promise<DossierEnrolment['moduli']> {
  const [modules, progress] = await Promise.all([findManagedProgress(enrolment), findModuleProgress(enrolment.id)])
  return modules.map((module) => {
    const row = progress.find(({ moduleSlug }) => moduleSlug === module.slug)
    const { online = 0, classroom = 0, remote = 0, collaborative = 0, onTheJob = 0 } = row?.minutesByMode ?? {}
    return {
      modulo: module.slug,
      titolo: module.title,
      lezioni_lette: module.lessonsDone,
      lezioni_richieste: module.lessonsRequired,
      minuti_fatti: module.minutesDone,
      minuti_richiesti: module.minutesRequired,
      minuti_per_modalita: {
        online,
        aula: classroom,
        aula_a_distanza: remote,
        collaborative,
        sul_lavoro: onTheJob,
      },
      test_superato: row?.assessmentPassed ?? false,
      requisito_osservazione_raggiunto: row?.observationMet ?? false,
      completato_il: module.completedAt?.toISOString() ?? null,
    }
  })
}

function attemptPart(attempt: OwnAttempt): DossierEnrolment['tentativi'][number] {
  return {
    modulo: attempt.moduleSlug,
    tentativo: attempt.number,
    iniziato_il: attempt.startedAt.toISOString(),
    consegnato_il: attempt.submittedAt?.toISOString() ?? null,
    chiuso_dal_tempo: attempt.closedBy === 'time',
    risposte_giuste: attempt.correct,
    domande: attempt.total,
    soglia: attempt.cut,
    superato: attempt.passed,
    argomenti:
      attempt.objectives?.map(({ text, right, total }) => ({
        argomento: text,
        risposte_giuste: right,
        domande: total,
      })) ?? null,
    risposte:
      attempt.questions?.map(({ stem, own, right, correct, explanation }) => ({
        domanda: stem,
        tua_risposta: own,
        risposta_giusta: right,
        corretta: correct,
        spiegazione: explanation,
      })) ?? null,
  }
}

async function findUnlocks(enrolmentId: string): Promise<DossierEnrolment['sblocchi']> {
  const rows = await database.assessmentUnlock.findMany({
    where: { enrolmentId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      moduleSlug: true,
      at: true,
      attempts: true,
      reason: true,
      by: { select: { firstName: true, lastName: true } },
    },
  })
  return rows.map(({ moduleSlug, at, attempts, reason, by }) => ({
    modulo: moduleSlug,
    quando: at.toISOString(),
    da: `${by.firstName} ${by.lastName}`,
    tentativi: attempts,
    motivo: reason,
  }))
}
