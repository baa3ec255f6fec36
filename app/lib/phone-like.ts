/** A date as people write it: digits that are no telephone number. */
const dates = /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b/g

/** Italian mobile (3…) and fixed (0…) numbers, or any with + or 00 before it: eight digits or more, however spaced. */
const phone =
  /(?<![\d,])(?:(?:\+|00)\d{1,3}[\s./-]*)?(?:3\d{2}|0\d{1,3})(?:[\s./-]*\d){5,8}(?!\d)|\+\d(?:[\s./-]*\d){7,13}/

/** True when a text has something in it that looks like a telephone number: to be warned of, not refused. */
export function looksLikePhone(text: string): boolean {
  return phone.test(text.replace(dates, ' '))
}

/** What is said beside a field with such a text. */
export const phoneWarning =
  'Sembra un numero di telefono. Se è di chi si rivolge al CPI, toglilo: qui non si scrivono i suoi dati'
