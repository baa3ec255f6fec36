const word = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu')

/** Words that ask for one among several: after them a "non" turns the question round. */
const asking = word('qual[ei]?|chi|che cosa|che|cosa|quando|dove|quant[oaei]|come')
/** A question for a reason asks for no exception, whatever is not so in it. */
const askingWhy = word('perché|come mai|(?:motivo|motivi|ragione|ragioni)')
const clauseBeginning = word('se|che|chi|quando|perché|poiché|mentre|dove|cui|qual[ei]|finché|benché|affinché')
const turning = word('non|tranne|eccetto|fuorché|ad eccezione|(?<=(?:è|sono) )(?:fals|sbagliat|errat|scorrett)[aeio]')

/** How a stem asks for what is not so: `bold` when the word that turns it round stands out. */
export type NegativeStem = { bold: boolean }

/**
 * Whether a stem asks for the exception ("Quale **non** è un compito del CPI?"), and whether the word that turns it
 * round is in bold. A "non" in the situation, or in a clause beside the question ("Che cosa fa se la persona non
 * viene?"), turns nothing round.
 */
export function negativeStem(stem: string): NegativeStem | undefined {
  const question = questionOf(stem)
  const bare = question.replaceAll('**', '')
  const turned = turning.exec(bare)
  if (!turned || askingWhy.test(bare)) return undefined
  const bold = question.includes(`**${turned[0]}**`)
  return bold || !isInClause(bare.slice(0, turned.index)) ? { bold } : undefined
}

/** The last sentence of a stem: what it asks. */
function questionOf(stem: string) {
  return (
    stem
      .trim()
      .split(/(?<=[.!?:;…»”])\s+/u)
      .at(-1) ?? ''
  )
}

/** True when what stands before a word has begun a clause of its own. */
function isInClause(before: string) {
  const asked = asking.exec(before)
  const rest = asked ? before.slice(asked.index + asked[0].length) : before
  return rest.includes(',') || clauseBeginning.test(rest)
}
