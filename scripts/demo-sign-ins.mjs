// The demo people (product contract, "Demo"), as the demo prints them.

/** Everybody's password in the demo. */
export const demoPassword = 'rotta-demo-2019'

/** @type {readonly (readonly [email: string, role: string])[]} */
export const demoSignIns = [
  ['navigator@rotta.example', 'Navigator'],
  ['operatore@rotta.example', 'Operatore di CPI'],
  ['formatore@rotta.example', 'Formatore'],
  ['responsabile@rotta.example', 'Responsabile di CPI'],
  ['gestore@rotta.example', 'Gestione del piano (Anpal Servizi)'],
  ['direttore@rotta.example', 'Cabina di Regia: Direttore Generale, Regione'],
  ['vicario@rotta.example', 'Cabina di Regia: Direttore Vicario, Regione'],
  ['anpal@rotta.example', 'Cabina di Regia: Responsabile Regionale, Anpal Servizi'],
  ['admin@rotta.example', 'Amministrazione della piattaforma'],
]
