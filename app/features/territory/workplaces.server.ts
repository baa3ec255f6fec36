import type { Scope } from '~/features/auth/rules/grants'
import { covers } from '~/features/auth/rules/grants'
import type { Day } from '~/lib/dates'
import type { Prisma, Reader } from '~/platform/database/client.server'
import { scopeOfHome } from './rules/home-scope'
import { entryWithin, homeWithin } from './within-reach.server'

/**
 * The people who belong, or work on that day, where somebody may act: at their home entry, or at the one where a
 * posting has them (Allegato 1, par. 6). For whoever meets people at work; offices that keep people's data go by the
 * home alone (within-reach).
 */
export function workingWithinReach(by: { scopes: readonly Scope[] }, day: Day): Prisma.PersonWhereInput {
  if (by.scopes.some((scope) => scope.kind === 'region')) return {}
  return {
    OR: by.scopes.flatMap((scope) => [
      homeWithin(scope),
      { postings: { some: { AND: [entryWithin(scope), postedOn(day)] } } },
    ]),
  }
}

/** True when a person belongs, or works on that day, where somebody may act. */
export async function reachesAtWork(
  tx: Pick<Reader, 'posting'>,
  by: { scopes: readonly Scope[] },
  person: { id: string; homeEntryId: string | null },
  day: Day,
): Promise<boolean> {
  const reaches = (entry: string | null) => by.scopes.some((scope) => covers(scope, scopeOfHome(entry)))
  if (reaches(person.homeEntryId)) return true
  const postings = await tx.posting.findMany({
    where: { AND: [{ personId: person.id }, postedOn(day)] },
    select: { entryId: true },
  })
  return postings.some(({ entryId }) => reaches(entryId))
}

function postedOn(day: Day): Prisma.PostingWhereInput {
  return { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] }
}
