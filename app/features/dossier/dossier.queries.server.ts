import type { Dossier } from './dossier.schema'
import { findEnrolmentPart } from './enrolment-part.server'
import { findPersonPart } from './person-part.server'
import { countSigned, findReadings } from './readings-part.server'

/**
 * All that the platform holds about somebody, for themselves alone: what the page shows and what the download holds.
 * No password, no digest, salt or seed; keys and right answers only of tests that the review rule has opened; of
 * others no more than the names of those who signed, decided or looked.
 */
export async function findDossier(personId: string, now: Date): Promise<Dossier> {
  const [person, iscrizioni, firmato_per_altri, chi_ha_guardato] = await Promise.all([
    findPersonPart(personId),
    findEnrolmentPart(personId),
    countSigned(personId),
    findReadings(personId),
  ])
  const { persona, ruoli, periodi_in_altre_sedi, accessi } = person
  return {
    formato: 'rotta-dossier/1',
    creato_il: now.toISOString(),
    persona,
    ruoli,
    periodi_in_altre_sedi,
    iscrizioni,
    firmato_per_altri,
    accessi,
    chi_ha_guardato,
  }
}
