import { useState } from 'react'
import { useUnsavedWork } from '~/ui/use-unsaved-work'
import { type Answer, answerSaver, type SaveState, sendAnswer } from '../answer-saver'

/**
 * Saves the choices of one question as they are made. Until the last one is saved it is sent again, and leaving the
 * page waits: what was chosen is never lost.
 *
 * @param initial what the server knew when it made the page
 */
export function useAnswerSaver(address: string, position: number, initial: SaveState) {
  const [state, setState] = useState(initial)
  const [saver] = useState(() => answerSaver((answer: Answer) => sendAnswer(address, position, answer), setState))
  const { isPending, retry } = saver
  const work = useUnsavedWork({ isPending, retry, state, kinds: workStates })
  return { state, save: saver.save, ...work }
}

const workStates = {
  none: 'fine',
  saved: 'fine',
  saving: 'fine',
  retrying: 'failed',
  'signed-out': 'waiting',
  refused: 'refused',
} as const
