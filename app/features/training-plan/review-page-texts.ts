import type { VersionState } from './rules/version-state'
import type { VoteRefusal } from './rules/who-votes'

/** The title of a version under review: what it is at the moment. */
export const reviewTitles: Record<VersionState, string> = {
  draft: 'in bozza',
  'in-review': 'in esame',
  'in-force': 'approvata e in vigore',
  superseded: 'approvata e superata da un’altra versione',
  returned: 'rinviata',
  undecided: 'senza decisione',
}

/** Why there is no form to vote with. */
export const noVoteSentences: Record<VoteRefusal, string> = {
  'no-seat': 'Vota chi tiene uno dei tre seggi. Tu puoi leggere e commentare.',
  author: 'Hai creato, modificato o presentato questa versione: puoi leggere e commentare, non votare.',
  closed: 'La votazione è chiusa.',
  'not-open': 'La votazione non è aperta.',
}

/** What was done, after a form was accepted; `fatto` in the address. */
export const doneMessages: Record<string, string> = {
  voto: 'Il tuo voto è registrato. Finché la votazione è aperta lo puoi cambiare.',
  deciso: 'Il tuo voto è registrato: era l’ultimo, e la votazione è chiusa.',
  chiusa: 'La votazione è chiusa.',
  commento: 'Il commento è pubblicato.',
  risposta: 'La risposta è pubblicata.',
  risolto: 'Il commento è segnato come risolto.',
  condizione: 'La nota sulla condizione è salvata.',
}
