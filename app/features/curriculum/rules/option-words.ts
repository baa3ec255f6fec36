import { foldText } from '~/lib/fold-text'

const count = '(?:due|tre|quattro)'
const answers = '(?:rispost[ae]|opzion[ei]|affermazion[ei]|alternativ[ae]|fras[ei]|voc[ei])'
const others = `(?:precedenti|altre|sopra|indicate|elencate|proposte|riportate|queste|${answers})`
const letters = '(?:la |l |il )?[abcd]'

// Read on folded text: lower case, without accents and punctuation.
const patterns = [
  // "tutte le precedenti", "nessuna di queste", "entrambe le risposte", "sono tutte vere"
  new RegExp(
    `^(?:sono )?(?:tutt[ei]|nessun[ao]?|entramb[ei]|ambedue)(?: e ${count})?(?: (?:sono|e|sia))?(?: (?:delle|dei|di|fra|tra))?(?: (?:le|i|gli))?(?: ${count})?(?: ${others})+(?: qui)?(?: sopra)?(?: (?:sono|e))?(?: (?:ver[aei]|giust[aei]|corrett[aei]|esatt[aei]|valid[aei]|sbagliat[aei]|errat[aei]|fals[aei]))?$`,
  ),
  new RegExp(
    `^(?:sono )?(?:tutt[ei]|nessun[ao]?|entramb[ei])(?: e ${count})? (?:sono |e )?(?:ver|giust|corrett|esatt|valid|sbagliat|errat|fals)[aei]$`,
  ),
  new RegExp(`^(?:tutt[ei] e ${count}|entramb[ei]|ambedue)$`),
  // "A e B", "sia la a sia la c", "solo a e b"
  new RegExp(`^(?:solo |soltanto |sia )?${letters} (?:e|sia|che|oppure|o) ${letters}(?: (?:e|o) ${letters})?$`),
]

/** True when an option stands for other options ("tutte le precedenti", "A e B") instead of saying something. */
export function standsForOthers(option: string): boolean {
  const folded = foldText(option.replace(/[.,;:]/g, ' '))
  return patterns.some((pattern) => pattern.test(folded))
}
