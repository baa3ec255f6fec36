import { useCallback, useEffect, useRef, useState } from 'react'
import { useUnsavedWork } from '~/ui/use-unsaved-work'
import { type DraftSaveState, draftSaver, sendDraft, type Written } from '../draft-saver'

/** Between the last key and the save: a text is not sent letter by letter. */
const pauseMs = 800

const workStates = {
  saved: 'fine',
  saving: 'fine',
  retrying: 'failed',
  'signed-out': 'waiting',
  // Somebody has to decide first: sent again, it would be refused again.
  conflict: 'fine',
  refused: 'refused',
} as const

/**
 * Saves a draft as it is written. Until the last change is saved it is sent again, and leaving the page waits: what was
 * written is never lost.
 * @param latest the revision that the server said last
 * @param savedAt when the draft was saved last, in words
 */
export function useDraftSaver(id: string, latest: number, savedAt: string) {
  const [state, setState] = useState<DraftSaveState>({ kind: 'saved', at: savedAt })
  const [revision, setRevision] = useState(latest)
  const [saver] = useState(() =>
    draftSaver({
      revision: latest,
      send: (written, on) => sendDraft(id, written, on),
      tell: (next, on) => {
        setState(next)
        setRevision(on)
      },
    }),
  )
  const waiting = useRef<{ written: Written; timer: ReturnType<typeof setTimeout> } | null>(null)

  useEffect(() => {
    saver.knows(latest)
    setRevision(latest)
  }, [saver, latest])

  const saveNow = useCallback(
    (written: Written) => {
      clearTimeout(waiting.current?.timer)
      waiting.current = null
      saver.save(written)
    },
    [saver],
  )
  /** After a pause: more keys may follow. */
  const saveSoon = useCallback(
    (written: Written) => {
      clearTimeout(waiting.current?.timer)
      waiting.current = { written, timer: setTimeout(() => saveNow(written), pauseMs) }
    },
    [saveNow],
  )
  /** What waits for the pause is sent at once. */
  const flush = useCallback(() => {
    if (waiting.current) saveNow(waiting.current.written)
  }, [saveNow])

  const isPending = useCallback(() => {
    flush()
    return saver.isPending()
  }, [flush, saver])
  const work = useUnsavedWork({ isPending, retry: saver.retry, state, kinds: workStates })

  return {
    state,
    revision,
    saveNow,
    saveSoon,
    flush,
    /** After a conflict: what this page says takes the place of what stands there. */
    overwrite: (shown: number) => {
      saver.knows(shown)
      saver.retry()
    },
    ...work,
  }
}
