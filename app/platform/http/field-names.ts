/** More than any form of ours sends, by far. */
const mostFields = 2000
const mostPlaces = 1000
const longestName = 200

/**
 * True when a form of ours may have fields of these names. The parser of forms (conform) reads them as instructions:
 * `entries[3].operators` says where a value goes, so a large number makes a list of as many places, and one small
 * request would take memory and time from everybody; `__intent__` and `__state__`, which no page of ours sends, change
 * what was sent; many fields of one name are copied again for each.
 */
export function areFieldNames(names: readonly string[]): boolean {
  return names.length <= mostFields && names.every(isFieldName)
}

function isFieldName(name: string): boolean {
  if (name.length > longestName || name.startsWith('__')) return false
  return [...name.matchAll(/\[(\d+)\]/g)].every(([, place]) => Number(place) < mostPlaces)
}
