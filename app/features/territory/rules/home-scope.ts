import { provinceOfEntry } from '~/features/auth/grants-from-rows'
import type { Scope } from '~/features/auth/rules/grants'

/** Where a person lies: at the home entry, or in no single place (the whole region) when there is none. */
export function scopeOfHome(homeEntryId: string | null | undefined): Scope {
  if (!homeEntryId) return { kind: 'region' }
  return { kind: 'entry', entry: homeEntryId, province: provinceOfEntry(homeEntryId) }
}
