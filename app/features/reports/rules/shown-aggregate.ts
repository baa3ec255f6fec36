/** The fewest people of whom an aggregate may be told (product contract, "Who sees what"). */
export const fewestPeople = 5

/** A group that an aggregate speaks of, with what is counted in it. */
export type Group = { people: number; count: number }

/**
 * Which counts of tests and observations may be shown: those of groups of at least five. Also covered is what a
 * difference would tell: where the whole is shown as well, the groups withheld must together be nobody, or at least
 * five people; if they are fewer, the smallest of the shown groups is withheld too.
 *
 * @param groups that make up the whole, each person in exactly one of them
 * @returns for each group, its count or null; and that of the whole
 */
export function shownAggregates(groups: readonly Group[]): { counts: (number | null)[]; whole: number | null } {
  const people = groups.reduce((sum, group) => sum + group.people, 0)
  const whole = people >= fewestPeople ? groups.reduce((sum, group) => sum + group.count, 0) : null
  const withheld = new Set(groups.flatMap((group, index) => (group.people < fewestPeople ? [index] : [])))
  const hidden = () => [...withheld].reduce((sum, index) => sum + (groups[index]?.people ?? 0), 0)
  while (whole !== null && hidden() > 0 && hidden() < fewestPeople) {
    const next = smallestShown(groups, withheld)
    if (next === undefined) break
    withheld.add(next)
  }
  return { counts: groups.map(({ count }, index) => (withheld.has(index) ? null : count)), whole }
}

function smallestShown(groups: readonly Group[], withheld: ReadonlySet<number>): number | undefined {
  return groups
    .map(({ people }, index) => ({ people, index }))
    .filter(({ index }) => !withheld.has(index))
    .sort((one, other) => one.people - other.people)[0]?.index
}
