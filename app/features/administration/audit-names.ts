/** What the acts in the log are called on screen. An act without a name here is shown as it is stored. */
const actionNames: Record<string, string> = {
  'session.start': 'Accesso',
  'session.refuse': 'Accesso non riuscito',
  'session.end': 'Uscita',
  'session.end-others': 'Chiusura delle altre sessioni',
  'password.set': 'Password scelta con il link',
  'password.change': 'Password cambiata',
  'password.link': 'Link per la password creato',
  'person.create': 'Persona aggiunta',
  'person.update': 'Dati della persona cambiati',
  'person.deactivate': 'Persona disattivata',
  'person.reactivate': 'Persona riattivata',
  'role.grant': 'Ruolo dato',
  'role.end': 'Ruolo chiuso',
  'posting.record': 'Periodo in un’altra sede registrato',
  'posting.end': 'Periodo in un’altra sede chiuso',
  'people.import': 'Persone importate',
  'people.export': 'Elenco delle persone scaricato',
  'plan.create': 'Bozza del piano iniziata',
  'plan.update': 'Bozza del piano cambiata',
  'plan.discard': 'Bozza del piano eliminata',
  'plan.submit': 'Versione del piano presentata',
  'plan.vote': 'Voto della Cabina di Regia',
  'plan.close': 'Votazione sul piano chiusa',
  'plan.comment': 'Commento a una versione del piano',
  'plan.comment-resolve': 'Commento segnato come risolto',
  'plan.rule': 'Regola di voto della Cabina cambiata',
  'plan.condition': 'Seguito di una condizione',
  'enrolment.create': 'Iscrizione al piano',
  'enrolment.leave': 'Uscita dal piano',
  'enrolment.return': 'Rientro nel piano',
  'evidence.record': 'Attività registrata',
  'evidence.correct': 'Attività corretta',
  'evidence.recognise': 'Attività precedente riconosciuta',
  'audit.export': 'Registro scaricato',
  'assessment.start': 'Test iniziato',
  'assessment.submit': 'Test consegnato',
  'assessment.unlock': 'Test sbloccato',
}

/** The groups of acts that the log can be filtered by: the first part of their names. */
export const actionGroups: Record<string, string> = {
  session: 'Accessi',
  password: 'Password',
  person: 'Persone',
  role: 'Ruoli',
  posting: 'Periodi in altre sedi',
  people: 'Importazioni ed esportazioni',
  plan: 'Piano formativo',
  enrolment: 'Iscrizioni',
  evidence: 'Attività svolte',
  audit: 'Registro',
  assessment: 'Test',
}

export function actionName(action: string): string {
  return actionNames[action] ?? action
}
