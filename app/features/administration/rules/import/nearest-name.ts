import { foldText } from '~/lib/fold-text'

/** Longer than any name: what is written beyond it says nothing more, and comparing it would take long. */
const longest = 60

/**
 * The name that somebody probably meant, or undefined when none is near: at most a third of the letters differ,
 * or the one contains the other's words ("Lodi": CPI della Provincia di Lodi).
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const wanted = bare(written.slice(0, 2 * longest)).slice(0, longest)
  if (wanted === '') return undefined
  let best: { name: string; distance: number } | undefined
  for (const name of names) {
    const distance = bare(name) === wanted ? 0 : editDistance(wanted, bare(name))
    if (!best || distance < best.distance) best = { name, distance }
  }
  if (best && best.distance <= Math.max(1, Math.floor(wanted.length / 3))) return best.name
  return names.find((name) => ` ${bare(name)} `.includes(` ${wanted} `))
}

/** How many letters must be added, dropped or replaced to turn one text into the other (Levenshtein). */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (let at = 1; at <= other.length; at += 1) {
      const replaced = (row[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** CPI stands before nearly every name: it says nothing about which is meant. */
function bare(name: string): string {
  return foldText(name).replace(/^cpi (di )?/, '')
}
