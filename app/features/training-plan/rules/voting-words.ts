import { type Choice, type Party, parties, type VotingRule } from './voting'

/** What the four choices are called, as the seat's act. */
export const choiceNames: Record<Choice, string> = {
  approve: 'Approva',
  conditions: 'Approva con condizioni',
  return: 'Rinvia',
  abstain: 'Si astiene',
}

export const partyNames: Record<Party, string> = { region: 'Regione Lombardia', anpal: 'Anpal Servizi' }

const regionSeats = ['', 'almeno un seggio della Regione', 'i due seggi della Regione']

/** A voting rule as pages and minutes tell it: when the vote ends, and what it decides. */
export function votingRuleInWords(rule: VotingRule): string[] {
  const closers = seatsInWords(rule.closeAfter)
  const early = ` Un seggio può chiudere prima${closers && `, quando hanno votato ${closers}`}.`
  return [
    `La votazione si chiude quando hanno votato tutti e tre i seggi.${early}`,
    `La versione è rinviata ${returnInWords(rule.returnWith)}. È approvata se la approvano, anche con condizioni, ${seatsInWords(rule.approveWith)}. Negli altri casi resta senza decisione e torna a chi gestisce il piano.`,
  ]
}

function seatsInWords(votes: Record<Party, number>): string {
  const words: Record<Party, string | undefined> = {
    region: regionSeats[votes.region],
    anpal: votes.anpal > 0 ? 'il seggio di Anpal Servizi' : '',
  }
  return parties.flatMap((party) => words[party] || []).join(' e ')
}

function returnInWords(count: number): string {
  if (count === 1) return 'se anche un solo seggio la rinvia'
  return count === 2 ? 'se la rinviano almeno due seggi' : 'se la rinviano tutti e tre i seggi'
}
