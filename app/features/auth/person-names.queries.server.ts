import { database } from '~/platform/database/client.server'

/** What people are called, by id; of those who are not there, nothing. */
export async function findPersonNames(ids: readonly (string | null | undefined)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string')
  if (wanted.length === 0) return new Map()
  const people = await database.person.findMany({
    where: { id: { in: wanted } },
    select: { id: true, firstName: true, lastName: true },
  })
  return new Map(people.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]))
}
