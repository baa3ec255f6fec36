import { markerOf } from './markdown-marker'
import { normWords } from './norm-words'
import { type FactMark, refuseFacts } from './statement-rule'

/**
 * Why a paragraph, list item or table row of a lesson may not be shown (docs/content-format.md): it ends with no
 * `{F-001}` or `{prassi}`; its facts do not exist, or come neither from the act nor from a verified source; what is
 * later than the act is told without its year; its advice sounds like a norm.
 */
export function refuseLessonBlock(block: string, facts: ReadonlyMap<string, FactMark>): string[] {
  const marker = markerOf(block)
  if (marker === undefined || marker === 'rotta') return ['il testo non finisce con un segno: {F-001} o {prassi}']
  if (marker === 'prassi') {
    const words = normWords(block)
    return words ? [`il consiglio di buona pratica suona come una norma («${words}»): indica il fatto`] : []
  }
  return [
    ...refuseFacts(marker, facts).map(({ reason }) => reason),
    ...marker.flatMap((id) => refuseInLesson(id, facts.get(id), block)),
  ]
}

function refuseInLesson(id: string, fact: FactMark | undefined, block: string): string[] {
  if (fact?.mark === 'secondary') {
    return [`il fatto ${id} è solo di fonte secondaria: nelle lezioni valgono l’atto e le fonti verificate`]
  }
  if (fact?.laterThanAct && !/\b20\d\d\b/.test(block)) {
    return [`il fatto ${id} è successivo all’atto: nel testo scrivi di quando è, almeno l’anno`]
  }
  return []
}
