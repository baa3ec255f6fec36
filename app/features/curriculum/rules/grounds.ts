import type { Finding } from '~/lib/finding'
import type { Ground } from './module-content'
import { normWords } from './norm-words'
import { type FactMark, refuseFacts } from './statement-rule'

type Facts = ReadonlyMap<string, FactMark>

/**
 * Why something does not rest where it should (docs/content-format.md): exactly one of facts and good practice; facts
 * that exist and are not from memory; good practice that does not sound like a norm.
 *
 * @param texts what it says, to be read for norms
 */
export function refuseGround(ground: Ground, texts: readonly string[], facts: Facts): Finding[] {
  if (ground.facts && ground.practice) {
    return [{ path: [], reason: 'ha sia «facts» sia «practice»: ne serve uno solo' }]
  }
  if (ground.facts) return refuseFacts(ground.facts, facts)
  if (!ground.practice) return [{ path: [], reason: 'non ha né «facts» né «practice»: ne serve uno' }]
  const words = texts.map(normWords).find((found) => found !== undefined)
  return words === undefined
    ? []
    : [{ path: ['practice'], reason: `la buona pratica suona come una norma («${words}»): indica il fatto` }]
}

/** As `refuseGround`, for what is tested: its facts come from the act or are verified, and none is later than the act. */
export function refuseTestedGround(ground: Ground, texts: readonly string[], facts: Facts): Finding[] {
  return [
    ...refuseGround(ground, texts, facts),
    ...(ground.facts ?? []).flatMap((id, index): Finding[] => {
      const reason = refuseTested(id, facts.get(id))
      return reason ? [{ path: ['facts', index], reason }] : []
    }),
  ]
}

function refuseTested(id: string, fact: FactMark | undefined) {
  if (fact?.mark === 'secondary') return `il fatto ${id} è solo di fonte secondaria: non si verifica in una domanda`
  if (fact?.laterThanAct) return `il fatto ${id} è successivo all’atto: non si verifica in una domanda`
  return undefined
}
