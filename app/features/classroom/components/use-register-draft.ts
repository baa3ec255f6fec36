import { useCallback, useEffect, useRef, useState } from 'react'
import { useBeforeUnload } from 'react-router'
import { draftSaver, type SaveState, sendDraft } from '../draft-saver'
import type { RegisterDraftBody } from '../rules/register'

const retryEveryMs = 5000

type Shown = { id: string; revision: number; body: RegisterDraftBody }

/**
 * The draft on the page, saved as it is written. What the server shows after a form takes its place.
 * @param typed what was typed and not saved, to be shown in place of what the server has
 */
export function useRegisterDraft(shown: Shown, typed: RegisterDraftBody | null) {
  const { id, revision } = shown
  const [body, setBody] = useState(typed ?? shown.body)
  const adopted = useRef(shown)
  const [state, setState] = useState<SaveState>({ kind: 'none' })
  const [saver] = useState(() =>
    draftSaver((written, at) => sendDraft(`/aula/bozze/${id}/salva`, written, at), setState, revision),
  )
  const failed = state.kind === 'retrying' || state.kind === 'signed-out'

  // The answer to a form shows before the draft is read anew: what was written in between stays.
  useEffect(() => {
    if (adopted.current === shown) return
    adopted.current = shown
    if (!saver.isPending()) {
      setBody(typed ?? shown.body)
      setState({ kind: 'none' })
    }
    saver.adopt(shown.revision)
  }, [saver, shown, typed])

  useEffect(() => {
    if (!failed) return
    const timer = state.kind === 'retrying' ? setInterval(saver.flush, retryEveryMs) : undefined
    window.addEventListener('online', saver.flush)
    // Coming back from the tab in which one has signed in.
    window.addEventListener('focus', saver.flush)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', saver.flush)
      window.removeEventListener('focus', saver.flush)
    }
  }, [failed, saver, state.kind])

  // Whoever leaves the page within a moment of the last key loses nothing either.
  useEffect(() => () => void saver.flush(), [saver])
  const warn = useCallback(
    (event: BeforeUnloadEvent) => {
      if (saver.isPending()) event.preventDefault()
    },
    [saver],
  )
  useBeforeUnload(warn)

  const change = useCallback(
    (next: RegisterDraftBody) => {
      setBody(next)
      saver.changed(next)
    },
    [saver],
  )
  return { body, state, change, beforeSubmit: saver.yield }
}
