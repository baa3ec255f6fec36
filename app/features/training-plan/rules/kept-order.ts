/**
 * The ids that stand in the same order in both lists, as many as possible: what is in both and not among these has
 * moved. Ids are unique within a list.
 */
export function keptOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const placeBefore = new Map(before.map((id, index) => [id, index]))
  const common = after.flatMap((id) => {
    const place = placeBefore.get(id)
    return place === undefined ? [] : [{ id, place }]
  })
  // The longest run of rising places. `ends[n]` is the item that the lowest-ending run of n + 1 items ends with.
  const previous: (number | undefined)[] = []
  const ends: number[] = []
  common.forEach(({ place }, index) => {
    const length = countBelow(ends, (at) => (common[at]?.place ?? 0) < place)
    previous[index] = ends[length - 1]
    ends[length] = index
  })
  const kept = new Set<string>()
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(common[at]?.id ?? '')
  return kept
}

/** How many items at the start of a sorted list are below a bound. */
function countBelow(items: readonly number[], isBelow: (item: number) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBelow(items[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
