import type { Scope } from '~/features/auth/rules/grants'

/** What a scope is called on screen, by the names of the places. */
export function scopeName(scope: Scope, names: Record<string, string>): string {
  if (scope.kind === 'region') return 'Tutta la regione'
  const id = scope.kind === 'province' ? scope.province : scope.entry
  return names[id] ?? id
}
