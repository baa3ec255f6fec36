import { useCallback, useEffect, useRef, useState } from 'react'
import { useUnsavedWork } from '~/ui/use-unsaved-work'
import { draftSaver, type SaveState, sendDraft } from '../draft-saver'
import type { RegisterDraftBody } from '../rules/register'

const workStates = {
  none: 'fine',
  saving: 'fine',
  saved: 'fine',
  retrying: 'failed',
  'signed-out': 'waiting',
  refused: 'refused',
} as const

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

  const { held } = useUnsavedWork({ isPending: saver.holdsBack, retry: saver.flush, state, kinds: workStates })

  const change = useCallback(
    (next: RegisterDraftBody) => {
      setBody(next)
      saver.changed(next)
    },
    [saver],
  )
  return { body, state, held, change, beforeSubmit: saver.yield }
}
