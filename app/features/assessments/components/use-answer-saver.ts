import { useCallback, useEffect, useState } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'
import { type Answer, answerSaver, type SaveState, sendAnswer } from '../answer-saver'

const retryEveryMs = 5000

/**
 * Saves the choices of one question as they are made. Until the last one is saved it is sent again, every few seconds
 * and when the network returns, and leaving the page waits: what was chosen is never lost.
 *
 * @param initial what the server knew when it made the page
 */
export function useAnswerSaver(address: string, position: number, initial: SaveState) {
  const [state, setState] = useState(initial)
  const [saver] = useState(() => answerSaver((answer: Answer) => sendAnswer(address, position, answer), setState))
  const blocker = useBlocker(saver.isPending)
  const retrying = state.kind === 'retrying'
  const failed = retrying || state.kind === 'signed-out'

  useEffect(() => {
    if (!failed) return
    const timer = retrying ? setInterval(saver.retry, retryEveryMs) : undefined
    window.addEventListener('online', saver.retry)
    // Coming back from the tab in which one has signed in.
    window.addEventListener('focus', saver.retry)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', saver.retry)
      window.removeEventListener('focus', saver.retry)
    }
  }, [failed, retrying, saver])

  useEffect(() => {
    if (blocker.state !== 'blocked' || saver.isPending()) return
    // What was refused is read before one goes on.
    if (state.kind === 'refused') blocker.reset()
    else blocker.proceed()
  }, [blocker, saver, state])

  const warn = useCallback(
    (event: BeforeUnloadEvent) => {
      if (saver.isPending()) event.preventDefault()
    },
    [saver],
  )
  useBeforeUnload(warn)

  return {
    state,
    save: saver.save,
    /** The page waits for the save before it goes where the learner asked. */
    held: blocker.state === 'blocked',
    /** Goes there at once, leaving behind what is not saved. */
    leave: () => blocker.proceed?.(),
  }
}
