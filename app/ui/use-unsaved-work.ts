import { useCallback, useEffect } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'

const retryEveryMs = 5000

type UnsavedWork = {
  /** True while something is on this page alone. */
  isPending: () => boolean
  /** Sends it again. */
  retry: () => void
  /** Of the last save: `failed` is tried again by itself, `waiting` when somebody comes back to the page, `refused` not at all. */
  state: 'fine' | 'failed' | 'waiting' | 'refused'
}

/**
 * Work that is saved as it is done is never lost: what could not be saved is sent again every few seconds and when the
 * network returns, and leaving the page waits for it.
 */
export function useUnsavedWork({ isPending, retry, state }: UnsavedWork) {
  const blocker = useBlocker(isPending)

  useEffect(() => {
    if (state !== 'failed' && state !== 'waiting') return
    const timer = state === 'failed' ? setInterval(retry, retryEveryMs) : undefined
    window.addEventListener('online', retry)
    // Coming back from the tab in which one has signed in.
    window.addEventListener('focus', retry)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', retry)
      window.removeEventListener('focus', retry)
    }
  }, [state, retry])

  // After each render: whatever became of a save draws the page anew.
  useEffect(() => {
    if (blocker.state !== 'blocked' || isPending()) return
    // What was refused is read before one goes on.
    if (state === 'refused') blocker.reset()
    else blocker.proceed()
  })

  const warn = useCallback(
    (event: BeforeUnloadEvent) => {
      if (isPending()) event.preventDefault()
    },
    [isPending],
  )
  useBeforeUnload(warn)

  return {
    /** The page waits for the save before it goes where somebody asked. */
    held: blocker.state === 'blocked',
    /** Goes there at once, leaving behind what is not saved. */
    leave: () => blocker.proceed?.(),
  }
}
