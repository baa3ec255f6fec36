/** The fewest people of whom an aggregate may be told (product contract, "Who sees what"). */
export const fewestPeople = 5

/**
 * A group that an aggregate speaks of, with what is counted in it. `open` are those of them who have not completed:
 * completion is told by name and implies what is counted, so the rest of a count is about them alone.
 */
export type Group = { people: number; open: number; count: number }

/**
 * Which counts of tests and observations may be shown: those of groups of at least five, in which nobody is open, or
 * at least five are. Also covered is what a difference would tell: where the whole is shown as well, the groups
 * withheld must together be nobody or at least five people, and so must the open ones of them; if they are fewer, the
 * smallest of the shown groups is withheld too.
 *
 * @param groups that make up the whole, each person in exactly one of them
 * @returns for each group, its count or null; and that of the whole
 */
export function shownAggregates(groups: readonly Group[]): { counts: (number | null)[]; whole: number | null } {
  const all = sumOf(groups)
  const whole = tellable(all) ? all.count : null
  const withheld = new Set(groups.flatMap((group, index) => (tellable(group) ? [] : [index])))
  const revealing = () => {
    const { people, open } = sumOf(groups.filter((_, index) => withheld.has(index)))
    return tooFew(people) || tooFew(open)
  }
  while (whole !== null && revealing()) {
    const next = smallestShown(groups, withheld)
    if (next === undefined) break
    withheld.add(next)
  }
  return { counts: groups.map(({ count }, index) => (withheld.has(index) ? null : count)), whole }
}

/** Some, and fewer than five: nobody is nobody. */
function tooFew(people: number): boolean {
  return people > 0 && people < fewestPeople
}

function tellable({ people, open }: Group): boolean {
  return people >= fewestPeople && !tooFew(open)
}

function sumOf(groups: readonly Group[]): Group {
  const sum = (of: (group: Group) => number) => groups.reduce((total, group) => total + of(group), 0)
  return { people: sum(({ people }) => people), open: sum(({ open }) => open), count: sum(({ count }) => count) }
}

function smallestShown(groups: readonly Group[], withheld: ReadonlySet<number>): number | undefined {
  return groups
    .map(({ people }, index) => ({ people, index }))
    .filter(({ index }) => !withheld.has(index))
    .sort((one, other) => one.people - other.people)[0]?.index
}
