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
  'audit.export': 'Registro scaricato',
}

/** The groups of acts that the log can be filtered by: the first part of their names. */
export const actionGroups: Record<string, string> = {
  session: 'Accessi',
  password: 'Password',
  person: 'Persone',
  role: 'Ruoli',
  posting: 'Periodi in altre sedi',
  people: 'Importazioni ed esportazioni',
  audit: 'Registro',
}

export function actionName(action: string): string {
  return actionNames[action] ?? action
}
