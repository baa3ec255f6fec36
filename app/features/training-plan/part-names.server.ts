import { content } from '~/features/curriculum/content.server'
import { findEntries } from '~/features/territory/territory.queries.server'
import type { Names } from './rules/part-facets'

/** What entries and targets are called, by id. */
export async function findPartNames(): Promise<Names> {
  const { leps, topics, areas } = content().targets
  const entries = await findEntries()
  return new Map([
    ...entries.map(({ id, name }) => [id, name] as const),
    ...[...leps, ...topics, ...areas].map(({ id, title }) => [id, title] as const),
  ])
}
