import type { Term } from '~/features/curriculum/glossary.schema'
import type { Phase } from '~/features/curriculum/guide-files.schema'
import type { GlossaryEntry, GlossaryLetter } from './guide-views'

const collator = new Intl.Collator('it', { sensitivity: 'base', numeric: true })

/** The terms in Italian order, by their first letter. */
export function composeGlossary(terms: readonly Term[], phases: readonly Phase[]): GlossaryLetter[] {
  const labels = linkLabels(phases)
  const sorted = [...terms].sort((a, b) => collator.compare(a.term, b.term))
  const letters = new Map<string, GlossaryEntry[]>()
  for (const term of sorted) {
    const letter = term.term.normalize('NFD').charAt(0).toUpperCase()
    letters.set(letter, [...(letters.get(letter) ?? []), composeEntry(term, terms, labels)])
  }
  return [...letters].map(([letter, entries]) => ({ letter, entries }))
}

function composeEntry(
  term: Term,
  terms: readonly Term[],
  labels: ReadonlyMap<string, { to: string; label: string }>,
): GlossaryEntry {
  return {
    slug: term.slug,
    term: term.term,
    ...(term.expansion && { expansion: term.expansion }),
    definition: term.definition.map(({ text, later }) => ({ text, ...(later && { later }) })),
    facts: [...new Set(term.definition.flatMap(({ facts }) => facts ?? []))],
    see: terms.filter(({ slug }) => term.see.includes(slug)).map(({ slug, term: name }) => ({ slug, term: name })),
    links: term.links.flatMap((link) => labels.get(link) ?? []),
  }
}

/** Where `fase-5`, `F5.1` and `F5.C1` lead, and in which words. */
function linkLabels(phases: readonly Phase[]) {
  return new Map<string, { to: string; label: string }>(
    phases.flatMap((phase) => [
      [
        `fase-${phase.number}`,
        { to: `/guida/fasi/${phase.number}`, label: `Fase ${phase.number}, ${phase.shortTitle}` },
      ] as const,
      ...[...phase.tasks, ...phase.acts].map(
        ({ id, title }) => [id, { to: `/guida/attivita/${id}`, label: `${id} ${title}` }] as const,
      ),
    ]),
  )
}
