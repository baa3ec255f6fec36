import type { Mode } from '~/features/curriculum/rules/module-content'
import type { EvidenceKind } from '~/features/evidence/rules/evidence'
import type { Companion, PracticeState } from '~/features/practice/rules/practice'
import type { DossierEnrolment } from './dossier.schema'

/** What the values of the dossier are called: in the download and on the page alike. */

export const evidenceKindNames: Record<EvidenceKind, DossierEnrolment['attivita'][number]['tipo']> = {
  lesson: 'lezione',
  hours: 'ore',
  assessment: 'test',
  observation: 'osservazione',
  recognition: 'riconoscimento',
}

export const enrolmentEventNames: Record<string, string> = {
  enrolled: 'iscrizione',
  left: 'uscita',
  returned: 'rientro',
}

/** "lezioni" and the like, of what was recognised; modes by their own names. */
export const recognisedPartNames: Record<string, string> = {
  lessons: 'lezioni',
  assessment: 'test',
  observation: 'osservazione',
}

export const modeWords: Record<Mode, string> = {
  online: 'online',
  classroom: 'in aula',
  remote: 'in aula a distanza',
  collaborative: 'collaborativa',
  onTheJob: 'sul lavoro',
}

export const responseNames: Record<string, string> = {
  acknowledged: 'presa visione',
  disagreed: 'disaccordo',
  confirmed: 'riesame: confermata',
  overturned: 'riesame: annullata',
}

export const companionNames: Record<Companion, string> = {
  operatore: 'operatore CPI',
  responsabile: 'responsabile del CPI',
  navigator: 'Navigator',
  formatore: 'formatore',
}

export const practiceStateNames: Record<PracticeState, string> = {
  pending: 'da convalidare',
  validated: 'convalidata',
  returned: 'restituita',
  revoked: 'convalida tolta',
  withdrawn: 'ritirata',
}
