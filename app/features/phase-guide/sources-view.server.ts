import type { Fact, Source } from '~/features/curriculum/facts.schema'
import type { Content } from '~/features/curriculum/read-content.server'
import { laterFrom } from '~/features/curriculum/rules/basis-items'
import { formatDay } from '~/lib/dates'
import type { FactView, SourcesView, SourceView } from './guide-views'
import type { FactUse } from './rules/fact-uses'

const groupTitles: Record<Source['kind'], string> = {
  act: 'L’atto',
  law: 'Leggi, decreti, circolari',
  institution: 'Istituzioni',
  study: 'Studi e rapporti',
  press: 'Stampa',
}

const markTexts: Record<Fact['mark'], string> = {
  act: 'lo dice l’atto',
  verified: 'letto nella fonte',
  secondary: 'solo stampa o bozza',
}

type Sourced = Pick<Content, 'sources' | 'facts' | 'edition'>

/**
 * Sources by kind, each with the facts that rest on it; a fact with several stands in full under its first. A source
 * that no fact rests on is left out.
 * @param uses where the guide rests on each fact
 */
export function composeSources(
  { sources, facts, edition }: Sourced,
  uses: ReadonlyMap<string, FactUse[]>,
): SourcesView {
  const cited = sources.filter(({ id }) => facts.some((fact) => fact.sources.includes(id)))
  const titles = new Map(sources.map(({ id, title, short }) => [id, short ?? title]))
  const checked = edition.factsChecked
  const groups = Object.entries(groupTitles).flatMap(([kind, title]) => {
    const ofKind = cited
      .filter((source) => source.kind === kind)
      .map((source) => composeSource(source, facts, (fact) => composeFact(fact, titles, uses)))
    const factCount = ofKind.reduce((sum, source) => sum + source.facts.length, 0)
    return ofKind.length > 0 ? [{ kind, title, factCount, sources: ofKind }] : []
  })
  return {
    groups,
    sourceCount: cited.length,
    factCount: facts.length,
    ...(checked && { checked: formatDay(checked) }),
  }
}

function composeSource(source: Source, facts: readonly Fact[], view: (fact: Fact) => FactView): SourceView {
  const { id, title, publisher, date, url } = source
  const resting = facts.filter((fact) => fact.sources.includes(id))
  return {
    id,
    title,
    publisher,
    ...(date && { date: formatDay(date) }),
    ...(url && { url }),
    facts: resting.filter((fact) => fact.sources[0] === id).map(view),
    alsoFacts: resting.filter((fact) => fact.sources[0] !== id).map((fact) => fact.id),
  }
}

function composeFact(fact: Fact, titles: ReadonlyMap<string, string>, uses: ReadonlyMap<string, FactUse[]>): FactView {
  return {
    id: fact.id,
    statement: fact.statement,
    mark: markTexts[fact.mark],
    ...(fact.cite && { cite: fact.cite }),
    ...laterFrom(fact),
    also: fact.sources.slice(1).map((id) => ({ id, title: titles.get(id) ?? id })),
    ...(fact.checked && { checked: formatDay(fact.checked) }),
    uses: uses.get(fact.id) ?? [],
  }
}
