import { expect, test } from 'vitest'
import type { Seat } from '~/features/auth/rules/grants'
import { committeeSummary } from './committee-summary'
import type { VersionState } from './version-state'

const version = (number: number, state: VersionState, voted: Seat[] = [], openConditions = 0) => ({
  number,
  state,
  voted,
  openConditions,
})

test.each([
  [[], undefined, 'Nessuna versione è stata ancora presentata'],
  [[version(1, 'returned')], 'anpal', 'Nessuna versione è in vigore'],
  [[version(1, 'in-force')], 'anpal', 'È in vigore la versione 1: niente da decidere'],
  [[version(1, 'in-force', [], 1)], 'anpal', 'È in vigore la versione 1, con 1 condizione aperta'],
  [[version(2, 'in-review'), version(1, 'in-force', [], 2)], undefined, 'La versione 2 è in esame'],
  [[version(2, 'in-review', ['anpal']), version(1, 'in-force')], 'anpal', 'La versione 2 è in esame'],
  [[version(2, 'in-review', ['anpal'])], 'region-deputy', 'La versione 2 aspetta il tuo voto'],
  [[version(3, 'in-review'), version(2, 'in-review')], 'anpal', '2 versioni aspettano il tuo voto'],
  [[version(3, 'in-review', ['anpal']), version(2, 'in-review')], 'anpal', 'La versione 2 aspetta il tuo voto'],
  [[version(3, 'in-review'), version(2, 'in-review')], undefined, '2 versioni sono in esame'],
] as const)('%#: %s', (versions, seat, sentence) => expect(committeeSummary(versions, seat)).toBe(sentence))
