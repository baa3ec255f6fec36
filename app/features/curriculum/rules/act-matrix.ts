/** How many phases the Piano lists (Allegato 1, par. 3). */
export const phaseNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** The phases that stand in the matrix (Allegato 1, par. 3.2): in these the Navigator supports the centre. */
export const matrixPhases: readonly number[] = [2, 3, 4, 5, 6, 7, 9]

// How many tasks of the Navigator and acts of the centre each phase of the matrix has.
const taskCounts: [phase: number, count: number][] = [
  [2, 2],
  [3, 1],
  [4, 3],
  [5, 3],
  [6, 5],
  [7, 3],
  [9, 4],
]
const actCounts: [phase: number, count: number][] = [
  [2, 4],
  [3, 6],
  [4, 4],
  [5, 5],
  [6, 7],
  [7, 1],
  [9, 5],
]

/** The 21 tasks of the Navigator, in the order of the matrix (Allegato 1, par. 3.2, last column). */
export const taskIds: readonly string[] = numbered(taskCounts, 'F%.')

/** The 32 acts of the employment centre, in the order of the matrix (Allegato 1, par. 3.2, column CPI). */
export const actIds: readonly string[] = numbered(actCounts, 'F%.C')

/** The phase that an id of the matrix belongs to: `F5.C3` → 5. */
export function phaseOfId(id: string): number {
  return Number(/^F(\d)\./.exec(id)?.[1] ?? 0)
}

function numbered(counts: [number, number][], pattern: string) {
  return counts.flatMap(([phase, count]) =>
    Array.from({ length: count }, (_, index) => `${pattern.replace('%', String(phase))}${index + 1}`),
  )
}
