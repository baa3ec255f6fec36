import { expect, test } from 'vitest'
import { ownVotingRule } from './voting'
import { votingRuleInWords } from './voting-words'

test('our own rule', () => {
  expect(votingRuleInWords(ownVotingRule)).toEqual([
    'La votazione si chiude quando hanno votato tutti e tre i seggi. Un seggio può chiudere prima, quando hanno votato almeno un seggio della Regione e il seggio di Anpal Servizi.',
    'La versione è rinviata se anche un solo seggio la rinvia. È approvata se la approvano, anche con condizioni, almeno un seggio della Regione e il seggio di Anpal Servizi. Negli altri casi resta senza decisione e torna a chi gestisce il piano.',
  ])
})

test.each([
  [{ closeAfter: { region: 2, anpal: 0 } }, 'quando hanno votato i due seggi della Regione.'],
  [{ closeAfter: { region: 0, anpal: 1 } }, 'quando hanno votato il seggio di Anpal Servizi.'],
  [
    { approveWith: { region: 2, anpal: 1 } },
    'anche con condizioni, i due seggi della Regione e il seggio di Anpal Servizi.',
  ],
  [{ returnWith: 2 }, 'se la rinviano almeno due seggi'],
  [{ returnWith: 3 }, 'se la rinviano tutti e tre i seggi'],
])('another rule says what it is: %j', (over, words) => {
  expect(votingRuleInWords({ ...ownVotingRule, ...over }).join(' ')).toContain(words)
})

test('a rule by which a seat can close at any time', () => {
  const [closing] = votingRuleInWords({ ...ownVotingRule, closeAfter: { region: 0, anpal: 0 } })
  expect(closing).toMatch(/Un seggio può chiudere prima\.$/)
})
