import { formatNumber } from '~/lib/numbers'
import type { Line } from './compare-lines'
import type { PlannedEntry } from './plan-document'
import type { SizingEntry } from './sizing'

/** The people of each entry, number by number as the form has them, in the order of the act. */
export function sizingLines(
  planned: readonly Pick<PlannedEntry, 'entry' | 'navigators' | 'operators'>[],
  entries: readonly SizingEntry[],
): Line[] {
  const byEntry = new Map(planned.map((one) => [one.entry, one]))
  return entries.flatMap(({ id, name }) => {
    const { navigators, operators } = byEntry.get(id) ?? { navigators: 0, operators: 0 }
    return [
      { key: `${id}.navigators`, label: `${name}, Navigator`, value: formatNumber(navigators) },
      { key: `${id}.operators`, label: `${name}, operatori`, value: formatNumber(operators) },
    ]
  })
}
