import type { BlueprintCell, Question } from './module-content'

type DrawnQuestion = Pick<Question, 'objective' | 'level'>

/** A cell of a blueprint that the bank cannot fill: `available` of its `count` questions are left for it. */
export type UnfillableCell = BlueprintCell & { index: number; available: number }

/** How many questions a test has: the sum of its blueprint. */
export function testLength(blueprint: readonly BlueprintCell[]): number {
  return blueprint.reduce((sum, { count }) => sum + count, 0)
}

/** Whether a question may be drawn for a cell: of its objective, and of its level if it names one. */
export function fitsCell(question: DrawnQuestion, cell: BlueprintCell): boolean {
  return question.objective === cell.objective && (cell.level === undefined || question.level === cell.level)
}

/**
 * The cells of a blueprint that a bank cannot fill together with the others: no question is drawn twice, and cells
 * overlap (one of an objective and one of a level of it). Found by augmenting paths, the narrowest cells first, so
 * that a cell is named only when no other share of the questions would fill it too.
 */
export function unfillableCells(
  blueprint: readonly BlueprintCell[],
  questions: readonly DrawnQuestion[],
): UnfillableCell[] {
  const cells = blueprint.map((cell, index) => ({
    cell,
    index,
    candidates: questions.flatMap((question, at) => (fitsCell(question, cell) ? [at] : [])),
  }))
  const candidatesOf = new Map(cells.map(({ index, candidates }) => [index, candidates]))
  const cellOfQuestion = new Map<number, number>()

  /** Takes one more question for a cell, moving those of other cells where that helps. */
  function take(cell: number, tried: Set<number>): boolean {
    for (const question of candidatesOf.get(cell) ?? []) {
      if (tried.has(question)) continue
      tried.add(question)
      const holder = cellOfQuestion.get(question)
      if (holder === undefined || (holder !== cell && take(holder, tried))) {
        cellOfQuestion.set(question, cell)
        return true
      }
    }
    return false
  }

  return [...cells]
    .sort((a, b) => a.candidates.length - b.candidates.length || Number(!a.cell.level) - Number(!b.cell.level))
    .flatMap(({ cell, index }) => {
      let available = 0
      while (available < cell.count && take(index, new Set())) available += 1
      return available < cell.count ? [{ ...cell, index, available }] : []
    })
    .sort((a, b) => a.index - b.index)
}
