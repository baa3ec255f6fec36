import { z } from 'zod'

/** Looks like an Italian codice fiscale, the letters that stand for digits included. */
export const fiscalCode = /\b[A-Z]{6}[\dLMNPQRSTUV]{2}[A-EHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]\b/i

/**
 * A text in one's own words. Nobody at a desk is ever named: a codice fiscale or an address is refused (product
 * contract).
 * @param missing what to say when nothing was written
 */
export function freeText(missing: string, max = 300) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(max, `Scrivi al massimo ${max} caratteri`)
    .refine(
      (text) => !fiscalCode.test(text),
      'Togli il codice fiscale: qui non si scrivono dati di chi si rivolge al CPI',
    )
    .refine((text) => !/\S@\S+\.\S/.test(text), 'Togli l’indirizzo email: qui non si scrivono dati di altre persone')
}
