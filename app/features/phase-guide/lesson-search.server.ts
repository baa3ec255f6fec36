import { content } from '~/features/curriculum/content.server'
import { findPlanInForce, frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { latestKept } from '~/lib/latest-kept'
import { composeLessonDocuments } from './lesson-documents'
import type { PassagePart } from './passage'
import type { GuideReader, ReadPlan } from './read-plan.queries.server'
import { synonymsOf } from './search-documents'
import { SearchIndex } from './search-index.server'

/** A lesson or module that was found; those who have not signed in get its title and the way to it, no passage. */
export type LessonResult = { kind: string; title: string; to: string; passage: PassagePart[] }
export type LessonResults = { results: LessonResult[]; total: number; reader: GuideReader }

/** How many are shown: they stand beside the answers of the guide, not in their place. */
const mostLessons = 6

// A frozen version never changes: its index holds. Few versions are read at a time.
const indexes = latestKept<SearchIndex>(4)

/** Builds the index of the plan in force before anybody searches. */
export async function prepareLessonSearch(): Promise<void> {
  const inForce = await findPlanInForce()
  if (inForce) await indexOf(inForce.id)
}

/**
 * The lessons and modules of the plan that somebody reads which a query finds. Only those that the reader gets to: a
 * learner's of the own profile, none for roles that open no lesson.
 */
export async function searchLessons(read: ReadPlan | null, query: string): Promise<LessonResults | null> {
  if (!read || read.reader === 'other-roles') return null
  const { plan, reader, linkTo } = read
  const index = await indexOf(plan.versionId)
  const linkOf = (path: string) => {
    const module = moduleOf(plan, path.split('/')[2] ?? '')
    return module ? linkTo(module, path) : null
  }
  const { results, total } = index.search(query, {
    enough: 0,
    most: mostLessons,
    only: ({ to }) => linkOf(to) !== null,
  })
  return {
    reader,
    total,
    results: results.map(({ kind, title, within, to, passage }) => ({
      kind: within ? `${kind}, modulo «${within}»` : kind,
      title,
      to: linkOf(to) ?? '',
      passage: reader === 'visitor' ? [] : passage,
    })),
  }
}

function indexOf(versionId: string): Promise<SearchIndex> {
  return indexes(versionId, async () => {
    const { modules } = await frozenPlan(versionId)
    return new SearchIndex(composeLessonDocuments(modules), synonymsOf(content()))
  })
}
