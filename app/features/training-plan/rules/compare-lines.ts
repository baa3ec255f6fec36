/** One thing that a form says, as it is read. */
export type Line = { key: string; label: string; value: string }

/** What two people wrote of the same thing: what stands there now, and what was typed. */
export type LineDifference = { key: string; label: string; now: string; typed: string }

const nothing = '–'

/** The lines in which what was typed differs from what stands there now, in the order of what stands there. */
export function compareLines(now: readonly Line[], typed: readonly Line[]): LineDifference[] {
  const added = typed.filter(({ key }) => !now.some((line) => line.key === key))
  return [...now, ...added]
    .map(({ key, label }) => ({
      key,
      label,
      now: now.find((line) => line.key === key)?.value ?? nothing,
      typed: typed.find((line) => line.key === key)?.value ?? nothing,
    }))
    .filter((difference) => difference.now !== difference.typed)
}
