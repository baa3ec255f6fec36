import { findPersonNames } from '~/features/auth/person-names.queries.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { actionOutcomeNames, kindName, ratingNames } from '~/features/observations/observation-words'
import type { ObservationBody, SignedPayload } from '~/features/observations/rules/observation'
import { scorePercent } from '~/features/observations/rules/outcome'
import { standingObservations } from '~/features/observations/rules/requirement'
import type { SelfMoment, SelfRating } from '~/features/observations/rules/self-assessment'
import { selfMomentNames, selfRatingNames } from '~/features/observations/self-assessment-words'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import type { DossierEnrolment } from './dossier.schema'
import { responseNames } from './dossier-words'

type Enrolled = { id: string; versionId: string; profile: Profile }
type ObservationPart = Pick<DossierEnrolment, 'osservazioni' | 'autovalutazioni'>

/** Observations of oneself with all that was written and answered, and one's own self-assessments. */
export async function findObservationPart(enrolment: Enrolled): Promise<ObservationPart> {
  const textOf = await findCriterionTexts(enrolment)
  const [osservazioni, autovalutazioni] = await Promise.all([
    findObservations(enrolment.id, textOf),
    findSelfAssessments(enrolment.id, textOf),
  ])
  return { osservazioni, autovalutazioni }
}

type TextOf = (moduleSlug: string, criterion: string) => string

/** The criteria of the pinned version in the words of the profile. */
async function findCriterionTexts({ versionId, profile }: Enrolled): Promise<TextOf> {
  const plan = await frozenPlan(versionId)
  return (moduleSlug, criterion) =>
    moduleOf(plan, moduleSlug)?.form?.criteria.find(({ id }) => id === criterion)?.[profile] ?? ''
}

async function findObservations(enrolmentId: string, textOf: TextOf): Promise<DossierEnrolment['osservazioni']> {
  const rows = await database.observation.findMany({
    where: { enrolmentId },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      moduleSlug: true,
      kind: true,
      observedOn: true,
      criteria: true,
      observed: true,
      points: true,
      criticalMet: true,
      sufficient: true,
      level: true,
      signedAt: true,
      corrects: true,
      isVoid: true,
      payload: true,
      observer: { select: { firstName: true, lastName: true } },
      responses: { orderBy: { seq: 'asc' }, select: { verdict: true, at: true, byId: true, payload: true } },
    },
  })
  const standing = new Set(standingObservations(rows).map(({ id }) => id))
  const names = await findPersonNames(rows.flatMap(({ responses }) => responses.map(({ byId }) => byId)))
  return rows.map((row) => ({
    id: row.id,
    modulo: row.moduleSlug,
    come: kindName(row.kind),
    giorno: row.observedOn,
    firmata_il: row.signedAt.toISOString(),
    firmata_da: `${row.observer.firstName} ${row.observer.lastName}`,
    criteri_del_profilo: row.criteria,
    criteri_osservati: row.observed,
    punteggio_percento: scorePercent(row),
    criteri_critici_raggiunti: row.criticalMet,
    vale_per_il_requisito: row.sufficient,
    livello: row.level,
    ...writtenIn(JSON.parse(row.payload ?? '{}') as Partial<SignedPayload>, (id) => textOf(row.moduleSlug, id)),
    corregge: row.corrects,
    annulla: row.isVoid,
    vale_oggi: standing.has(row.id),
    risposte: row.responses.map(({ verdict, at, byId, payload }) => ({
      tipo: responseNames[verdict] ?? verdict,
      quando: at.toISOString(),
      da: names.get(byId) ?? null,
      commento: (JSON.parse(payload ?? '{}') as { comment?: string }).comment ?? null,
    })),
  }))
}

/** What an observer wrote; a row that only voids another has a reason alone, and retention leaves nothing. */
function writtenIn(said: Partial<ObservationBody & { reason: string }>, textOf: (criterion: string) => string) {
  const earlier = said.earlierAction
  return {
    luogo: said.setting ?? null,
    criteri: Object.entries(said.ratings ?? {}).map(([criterio, { rating, note }]) => ({
      criterio,
      testo: textOf(criterio),
      valutazione: ratingNames[rating],
      nota: note ?? null,
    })),
    fatto_bene: said.strength ?? null,
    da_cambiare: said.change ?? null,
    azione: said.action ?? null,
    azione_entro_il: said.actionOn ?? null,
    azione_precedente: earlier ? actionOutcomeNames[earlier.outcome] : null,
    motivo: said.reason ?? null,
  }
}

async function findSelfAssessments(enrolmentId: string, textOf: TextOf): Promise<DossierEnrolment['autovalutazioni']> {
  const rows = await database.selfAssessment.findMany({
    where: { enrolmentId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { moduleSlug: true, moment: true, at: true, ratings: true },
  })
  return rows.map(({ moduleSlug, moment, at, ratings }) => ({
    modulo: moduleSlug,
    momento: selfMomentNames[moment as SelfMoment] ?? moment,
    quando: at.toISOString(),
    criteri: Object.entries(JSON.parse(ratings) as Record<string, SelfRating>).map(([criterio, rating]) => ({
      criterio,
      testo: textOf(moduleSlug, criterio),
      valutazione: selfRatingNames[rating] ?? rating,
    })),
  }))
}
