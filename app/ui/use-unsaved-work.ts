import { useCallback, useEffect, useRef } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'

const retryEveryMs = 5000

/** What a save has come to: `failed` is tried again by itself, `waiting` when somebody comes back to the page, `refused` not at all. */
type WorkState = 'fine' | 'failed' | 'waiting' | 'refused'

type UnsavedWork<Kind extends string> = {
  /** True while something is on this page alone. */
  isPending: () => boolean
  /** Sends it again. */
  retry: () => void
  /** A new one whenever something became of a save. */
  state: { kind: Kind }
  /** What the kinds of state mean here. */
  kinds: Record<Kind, WorkState>
}

/**
 * Work that is saved as it is done is never lost: what could not be saved is sent again every few seconds and when the
 * network returns, and leaving the page waits for it.
 */
export function useUnsavedWork<Kind extends string>({ isPending, retry, state, kinds }: UnsavedWork<Kind>) {
  const blocker = useBlocker(isPending)
  /** Where the answer has been given already: the page may render again before the router says so. */
  const answered = useRef<unknown>(null)
  const now = kinds[state.kind]

  useEffect(() => {
    if (now !== 'failed' && now !== 'waiting') return
    const timer = now === 'failed' ? setInterval(retry, retryEveryMs) : undefined
    window.addEventListener('online', retry)
    // Coming back from the tab in which one has signed in.
    window.addEventListener('focus', retry)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', retry)
      window.removeEventListener('focus', retry)
    }
  }, [now, retry])

  useEffect(() => {
    if (blocker.state !== 'blocked' || answered.current === blocker.location || isPending()) return
    answered.current = blocker.location
    // What was refused is read before one goes on.
    if (kinds[state.kind] === 'refused') blocker.reset()
    else blocker.proceed()
  }, [blocker, isPending, kinds, state])

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
    leave: () => {
      if (blocker.state !== 'blocked' || answered.current === blocker.location) return
      answered.current = blocker.location
      blocker.proceed()
    },
  }
}
