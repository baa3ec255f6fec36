import type { Fact, Source } from '~/features/curriculum/facts.schema'
import { laterFrom } from '~/features/curriculum/rules/basis-items'
import { formatDay } from '~/lib/dates'
import type { FactView, SourceGroup, SourceView } from './guide-views'

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

/** Sources by kind, each with the facts that rest on it; a fact with several stands in full under its first. */
export function composeSources(sources: readonly Source[], facts: readonly Fact[]): SourceGroup[] {
  return Object.entries(groupTitles).flatMap(([kind, title]) => {
    const used = sources.filter((source) => source.kind === kind).map((source) => composeSource(source, facts))
    return used.length > 0 ? [{ kind, title, sources: used }] : []
  })
}

function composeSource(source: Source, facts: readonly Fact[]): SourceView {
  const { id, title, publisher, date, url } = source
  const resting = facts.filter((fact) => fact.sources.includes(id))
  return {
    id,
    title,
    publisher,
    ...(date && { date: formatDay(date) }),
    ...(url && { url }),
    facts: resting.filter((fact) => fact.sources[0] === id).map(composeFact),
    alsoFacts: resting.filter((fact) => fact.sources[0] !== id).map((fact) => fact.id),
  }
}

function composeFact(fact: Fact): FactView {
  return {
    id: fact.id,
    statement: fact.statement,
    mark: markTexts[fact.mark],
    ...(fact.cite && { cite: fact.cite }),
    ...laterFrom(fact),
  }
}
