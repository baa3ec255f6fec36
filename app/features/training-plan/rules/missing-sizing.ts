import { countOf, formatNumber } from '~/lib/numbers'
import type { MissingFinding } from './missing-finding'
import type { PlannedSizing } from './plan-document'
import { isOverPlaces, matchesTable, type People, type SizingEntry, sizePlan } from './sizing'

const where = { kind: 'sizing' } as const

/** What a sizing lacks; more Navigators than the places of the act (Allegato 1, par. 6) is a warning. */
export function findInSizing(sizing: PlannedSizing, entries: readonly SizingEntry[]): MissingFinding[] {
  const { provinces, total } = sizePlan(sizing, [], entries)
  return [
    ...(sizing.classSize >= 1 ? [] : [block('La classe deve avere almeno una persona: scrivi quante ne ha.')]),
    ...(matchesTable(sizing, entries)
      ? []
      : [block('Sedi o posti della tabella sono cambiati: apri il dimensionamento e salvalo di nuovo.')]),
    ...(total.navigators + total.operators > 0
      ? []
      : [block('Nessuna persona è prevista: scrivi quante ne manda ogni sede.')]),
    ...provinces.flatMap((province) => [
      ...overPlaces(provinceLabel(province.name), province),
      ...province.entries.flatMap((entry) => overPlaces(entry.name, entry)),
    ]),
  ]
}

function block(sentence: string): MissingFinding {
  return { severity: 'blocking', where, sentence }
}

function provinceLabel(name: string) {
  return name.startsWith('Città') ? name : `Provincia di ${name}`
}

function overPlaces(name: string, people: People): MissingFinding[] {
  if (!isOverPlaces(people)) return []
  const planned = `${formatNumber(people.navigators)} Navigator`
  const sentence = `${name}: ${people.navigators === 1 ? 'è previsto' : 'sono previsti'} ${planned}, ma l’atto dà ${countOf(people.places, 'posto', 'posti')}.`
  return [{ severity: 'warning', where, sentence }]
}
