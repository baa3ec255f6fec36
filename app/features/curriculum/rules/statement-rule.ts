import type { Finding, Path } from '~/lib/finding'
import { normWords } from './norm-words'

/** What a rule must know of a fact. */
export type FactMark = { mark: 'act' | 'verified' | 'secondary' | 'memory'; laterThanAct: boolean }

/** A sentence shown to a reader, with what it rests on. */
export type CheckedStatement = { text: string; facts?: readonly string[]; practice?: boolean; later?: boolean }

/**
 * Why a statement may not be shown (docs/content-format.md): it rests on exactly one of facts and good
 * practice; its facts exist and are not from memory; what came after the act says so; advice does not
 * sound like a norm.
 */
export function refuseStatement(statement: CheckedStatement, facts: ReadonlyMap<string, FactMark>): Finding[] {
  if (statement.facts && statement.practice) {
    return [{ path: [], reason: 'la frase ha sia «facts» sia «practice»: ne serve uno solo' }]
  }
  if (statement.practice) {
    const words = normWords(statement.text)
    if (statement.later) return [{ path: ['later'], reason: '«later» vale solo per una frase con «facts»' }]
    return words
      ? [{ path: ['text'], reason: `il consiglio di buona pratica suona come una norma («${words}»): indica il fatto` }]
      : []
  }
  if (!statement.facts) return [{ path: [], reason: 'la frase non ha né «facts» né «practice»: ne serve uno' }]
  return [...refuseFacts(statement.facts, facts), ...refuseUndated(statement.facts, statement.later, facts)]
}

/** Why the facts that a text names do not carry it: unknown, or known from memory only. */
export function refuseFacts(
  ids: readonly string[],
  facts: ReadonlyMap<string, FactMark>,
  at: Path = ['facts'],
): Finding[] {
  return ids.flatMap((id, index) => {
    const fact = facts.get(id)
    if (!fact) return [{ path: [...at, index], reason: `il fatto ${id} non esiste` }]
    if (fact.mark === 'memory') {
      return [{ path: [...at, index], reason: `il fatto ${id} è escluso: viene dalla memoria, senza fonte` }]
    }
    return []
  })
}

function refuseUndated(ids: readonly string[], later: boolean | undefined, facts: ReadonlyMap<string, FactMark>) {
  const laterFact = ids.find((id) => facts.get(id)?.laterThanAct)
  if (laterFact && !later) {
    return [{ path: ['facts'], reason: `il fatto ${laterFact} è successivo all’atto: aggiungi «later: true»` }]
  }
  return []
}

/**
 * Every statement in a parsed file, with its place: an object with a `text`, or with `facts` beside
 * its own sentence (`does` of an act or task, `beneficiary` of a special case).
 */
export function findStatements(value: unknown, path: Path = []): { path: Path; statement: CheckedStatement }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => findStatements(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  const record = value as Record<string, unknown>
  const own = 'text' in record || 'facts' in record
  const text = record.text ?? record.does ?? record.beneficiary
  const inner = Object.entries(record).flatMap(([key, item]) => findStatements(item, [...path, key]))
  if (!own) return inner
  return [
    { path, statement: { ...(record as CheckedStatement), text: typeof text === 'string' ? text : '' } },
    ...inner,
  ]
}
