import type { Grant, Role, Scope, Seat } from './rules/grants'

/** A row of RoleAssignment with the province of its entry, where the scope is one. */
export type GrantRow = {
  role: string
  scopeKind: string
  scopeId: string | null
  seat: string | null
  startsOn: string
  endsOn: string | null
}

/** The roles of a person as the rules read them. */
export function grantsFromRows(rows: readonly GrantRow[]): Grant[] {
  return rows.map((row) => ({
    role: row.role as Role,
    scope: scopeFromRow(row),
    seat: (row.seat as Seat | null) ?? undefined,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? undefined,
  }))
}

/**
 * A scope is stored as its kind and one id. The id of an entry begins with its province
 * (`BG.albino`), so that no look-up is needed to tell where it lies.
 */
export function scopeFromRow(row: Pick<GrantRow, 'scopeKind' | 'scopeId'>): Scope {
  if (row.scopeKind === 'region') return { kind: 'region' }
  const id = row.scopeId ?? ''
  if (row.scopeKind === 'province') return { kind: 'province', province: id }
  return { kind: 'entry', entry: id, province: provinceOfEntry(id) }
}

/** The id that stands beside the kind of a scope in its row: a province code, an entry's id, or nothing. */
export function scopeIdOf(scope: Scope): string | null {
  if (scope.kind === 'region') return null
  return scope.kind === 'province' ? scope.province : scope.entry
}

/** The province code in an entry's id. */
export function provinceOfEntry(entryId: string): string {
  return entryId.split('.')[0] ?? ''
}
