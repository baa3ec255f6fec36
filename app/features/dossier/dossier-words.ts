import type { EvidenceKind } from '~/features/evidence/rules/evidence'
import type { DossierEnrolment } from './dossier.schema'

/** What the values of the dossier are called where no other page has a word for them. */

export const evidenceKindNames: Record<EvidenceKind, DossierEnrolment['attivita'][number]['tipo']> = {
  lesson: 'lezione',
  hours: 'ore',
  assessment: 'test',
  observation: 'osservazione',
  recognition: 'riconoscimento',
}

export const enrolmentEventNames: Record<string, string> = {
  enrolled: 'Iscrizione',
  left: 'Uscita',
  returned: 'Rientro',
}

export const responseNames: Record<string, string> = {
  acknowledged: 'Presa visione',
  disagreed: 'Disaccordo',
  confirmed: 'Riesame: confermata',
  overturned: 'Riesame: annullata',
}

export const decisionNames: Record<string, string> = {
  validated: 'Convalidata',
  returned: 'Rimandata',
  revoked: 'Convalida revocata',
  withdrawn: 'Ritirata',
}
