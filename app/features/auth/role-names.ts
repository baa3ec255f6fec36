import type { Role, Seat } from './rules/grants'

/** What roles are called on screen. */
export const roleNames: Record<Role, string> = {
  learner: 'Operatore o Navigator in formazione',
  trainer: 'Formatore',
  'centre-manager': 'Responsabile di CPI',
  'plan-manager': 'Gestione del piano',
  committee: 'Cabina di Regia',
  admin: 'Amministrazione',
}

/** The three seats of the Cabina, as Convenzione art. 3 names them. */
export const seatNames: Record<Seat, string> = {
  'region-director': 'Direttore Generale (Regione Lombardia)',
  'region-deputy': 'Direttore Vicario (Regione Lombardia)',
  anpal: 'Responsabile Regionale (Anpal Servizi)',
}

/** What a learner's profile is called. */
export const profileNames: Record<string, string> = { navigator: 'Navigator', operatore: 'Operatore CPI' }
