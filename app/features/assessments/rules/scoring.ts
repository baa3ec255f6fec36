/** A question as it was answered; null when it was left open. */
export type AnsweredQuestion = { position: number; answer: string | null; key: string }

export type ObjectiveResult = { objective: string; right: number; total: number }

export type Score = {
  correct: number
  passed: boolean
  /** Positions of the questions answered right. */
  right: number[]
}

/** What an attempt is worth: a question left open is wrong; passed with `cut` right answers or more. */
export function score(questions: readonly AnsweredQuestion[], cut: number): Score {
  const right = questions.filter(({ answer, key }) => answer === key).map(({ position }) => position)
  return { correct: right.length, passed: right.length >= cut, right }
}

/** Right answers by objective, in the order in which the module lists its objectives; those not tested are left out. */
export function resultsByObjective(
  objectives: readonly { id: string }[],
  questions: readonly { objective: string; correct: boolean }[],
): ObjectiveResult[] {
  return objectives.flatMap(({ id }) => {
    const own = questions.filter(({ objective }) => objective === id)
    const right = own.filter(({ correct }) => correct).length
    return own.length === 0 ? [] : [{ objective: id, right, total: own.length }]
  })
}
