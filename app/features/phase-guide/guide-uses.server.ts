import type { Content } from '~/features/curriculum/read-content.server'
import type { ActivityView, FurtherActivitiesView, GlossaryLetter, PhaseView } from './guide-views'
import { type FactUse, factsNamed } from './rules/fact-uses'

type Told = {
  phases: readonly PhaseView[]
  activities: ReadonlyMap<string, ActivityView>
  furtherActivities: FurtherActivitiesView
  glossary: readonly GlossaryLetter[]
  pages: Content['pages']
  targets: Content['targets']
}

/** Where the guide, the glossary, the running pages and the lists of the plan's targets rest on each fact. */
export function guideUses(told: Told): ReadonlyMap<string, FactUse[]> {
  const uses = new Map<string, FactUse[]>()
  const add = (use: FactUse, facts: Iterable<string>) => {
    for (const id of new Set(facts)) uses.set(id, [...(uses.get(id) ?? []), use])
  }
  const idsOf = ({ basis }: { basis: { id: string }[] }) => basis.map(({ id }) => id)
  for (const phase of told.phases) {
    add({ to: `/guida/fasi/${phase.number}`, label: `fase ${phase.number}` }, idsOf(phase))
  }
  for (const activity of told.activities.values()) {
    add({ to: `/guida/attivita/${activity.id}`, label: activity.id }, idsOf(activity))
  }
  add({ to: '/guida/ulteriori-attivita', label: 'ulteriori attività' }, idsOf(told.furtherActivities))
  // Words, not links: the term leads here itself, and the page has links enough.
  for (const { term, facts } of told.glossary.flatMap(({ entries }) => entries)) {
    add({ label: `«${term}»` }, facts)
  }
  for (const [name, { title, markdown }] of Object.entries(told.pages)) {
    add({ to: `/${name}`, label: title.toLowerCase() }, factsNamed(markdown))
  }
  const { leps, topics, areas } = told.targets
  for (const [label, list] of [
    ['elenco dei LEP', leps],
    ['temi dell’art. 5', topics],
    ['ambiti dell’art. 2', areas],
  ] as const) {
    add(
      { label },
      list.flatMap(({ facts }) => facts),
    )
  }
  return uses
}
