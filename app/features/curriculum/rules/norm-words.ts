const word = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu')

const number =
  '\\d+(?:[.,]\\d+)?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|diciotto|venti|trenta|sessanta|novanta'

const normPatterns = [
  word('artt?\\.|articol[oi]'),
  // "legge" alone may be a verb ("chi legge"): it names a norm with an article, a preposition or a number.
  word(
    '(?:la|una|alla|dalla|della|nella|sulla|di|per|a norma di) legge|leggi (?:regional|nazional|n\\.)\\p{L}*|legge (?:n\\.|\\d)|decret[oi]|circolar[ei]|deliber[ae]|delibera(?:zione|zioni)',
  ),
  /(?<![\p{L}.])(?:D\.\s?L\.|D\.\s?Lgs|D\.\s?M\.|D\.\s?g\.\s?r\.|L\.\s?\d)/iu,
  word(`(?:${number}) (?:giorn[oi]|mes[ei]|mensilità|euro|per cento)`),
  /\d+\s?(?:%|€)/u,
  word(
    'obblig(?:o|hi)|obbligatori[oae]|sanzion[ei]|decadenz[ae]|decurtazion[ei]|revoc(?:a|he)|esoner[oi]|esclusion[ei]',
  ),
]

/**
 * The words by which a piece of advice sounds like a norm (docs/content-format.md): such a sentence
 * needs a fact. Undefined when it is plain advice.
 */
export function normWords(text: string): string | undefined {
  for (const pattern of normPatterns) {
    const found = pattern.exec(text)
    if (found) return found[0]
  }
  return undefined
}
