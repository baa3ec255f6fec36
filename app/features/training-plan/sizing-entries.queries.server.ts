import { findEntries } from '~/features/territory/territory.queries.server'
import type { SizingEntry } from './rules/sizing'

/** The act's table as the sizing reads it, in the order of the act. */
export async function findSizingEntries(): Promise<SizingEntry[]> {
  const entries = await findEntries()
  return entries.map(({ id, name, provinceCode, province, navigatorPlaces }) => ({
    id,
    name,
    provinceCode,
    provinceName: province.name,
    navigatorPlaces,
  }))
}
