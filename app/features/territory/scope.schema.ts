import { z } from 'zod'
import { provinceOfEntry } from '~/features/auth/grants-from-rows'
import type { Scope } from '~/features/auth/rules/grants'

/**
 * "region", "province:BG" or "entry:BG.cpi-albino", as the select of places sends it.
 * @param missing what to say when nothing was chosen
 */
export function scopeField(missing: string) {
  return z.string({ error: missing }).transform((text, context): Scope => {
    const [kind, id = ''] = text.split(':')
    if (kind === 'region') return { kind: 'region' }
    if (kind === 'province' && id) return { kind: 'province', province: id }
    if (kind === 'entry' && id) return { kind: 'entry', entry: id, province: provinceOfEntry(id) }
    context.addIssue({ code: 'custom', message: 'Scegli un ambito dell’elenco' })
    return z.NEVER
  })
}
