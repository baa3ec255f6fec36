import { content } from '~/features/curriculum/content.server'
import type { Content } from '~/features/curriculum/read-content.server'
import type { Evidence } from '~/features/curriculum/rules/basis-items'
import { composeActivities } from './activity-views.server'
import { Basis } from './basis'
import { composeGlossary } from './glossary-view.server'
import { guideUses } from './guide-uses.server'
import type { FurtherActivitiesView } from './guide-views'
import { composeFlow, composePhases, composeTaskRows } from './phase-views.server'
import { composeSearchDocuments, synonymsOf } from './search-documents'
import { SearchIndex } from './search-index.server'
import { composeSources } from './sources-view.server'

/** The whole guide, as its pages show it. */
export type Guide = ReturnType<typeof composeGuide>

let loaded: Guide | undefined

/**
 * Reads and checks the content and composes every page of the guide and the search index.
 * @throws UnusableContent
 */
export function loadGuide(): void {
  guide()
}

/** The guide of this installation; composed at the first call, which is the start's. */
export function guide(): Guide {
  loaded ??= composeGuide(content())
  return loaded
}

/** Every page of the guide, from checked content. */
export function composeGuide(content: Content) {
  const evidence: Evidence = {
    facts: new Map(content.facts.map((fact) => [fact.id, fact])),
    sources: new Map(content.sources.map((source) => [source.id, source])),
  }
  const phases = composePhases(content.phases, evidence)
  const activities = composeActivities({ ...content, evidence })
  const furtherActivities = composeFurther(content.furtherActivities, evidence)
  const glossary = composeGlossary(content.terms, content.phases)
  const uses = guideUses({
    phases,
    activities,
    furtherActivities,
    glossary,
    pages: content.pages,
    targets: content.targets,
  })
  return {
    flow: composeFlow(content.phases),
    phases,
    taskRows: composeTaskRows(content.phases),
    activities,
    furtherActivities,
    glossary,
    sources: composeSources(content, uses),
    search: new SearchIndex(composeSearchDocuments(content), synonymsOf(content)),
  }
}

function composeFurther(further: Content['furtherActivities'], evidence: Evidence): FurtherActivitiesView {
  const basis = new Basis(evidence)
  const lead = further.lead.map((statement) => basis.show(statement))
  const notes = further.notes.map((statement) => basis.show(statement))
  return { title: further.title, cite: further.cite, lead, notes, basis: basis.list() }
}
