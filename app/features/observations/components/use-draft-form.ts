import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { DraftAnswer } from '../draft-answer'
import { draftValues } from '../draft-values'
import type { DraftView } from '../drafts.queries.server'
import { type FieldErrors, readDraftForm } from '../observation-form.schema'
import { holdsChange, mergeDraft } from '../rules/draft'
import type { DraftBody } from '../rules/observation'
import { useDraftSaver } from './use-draft-saver'

/**
 * The form of a draft as its page holds it: what it says now, what is wrong in it, and the save of each change. What
 * cannot be saved is named beside its field and not sent; the rest is.
 */
export function useDraftForm(draft: DraftView, answer: DraftAnswer | undefined) {
  const { module } = draft
  const form = useRef<HTMLFormElement>(null)
  const initial = answer?.typed ?? draftValues(draft.body)
  const [body, setBody] = useState<DraftBody>(draft.body)
  const [errors, setErrors] = useState<FieldErrors>(answer?.errors ?? {})
  const [unsaved, setUnsaved] = useState<readonly string[]>([])
  const saver = useDraftSaver(draft.id, answer?.revision ?? draft.revision, draft.savedAt)

  const read = useCallback(() => {
    const sent = new FormData(form.current ?? undefined)
    const { change, errors: wrong } = readDraftForm(sent, module)
    const fields = new URLSearchParams()
    for (const [name, value] of sent) if (typeof value === 'string' && !wrong[name]) fields.set(name, value)
    return { written: { fields, change }, wrong, now: mergeDraft(draft.body, change) }
  }, [draft.body, module])

  useEffect(() => {
    if (answer) setErrors(answer.errors)
  }, [answer])

  // What was written before scripts ran stands in the form.
  const { saveNow } = saver
  useEffect(() => {
    if (answer) return
    const { written, now } = read()
    if (holdsChange(draft.body, written.change)) return
    setBody(now)
    saveNow(written)
  }, [answer, draft.body, read, saveNow])

  /** A mark is saved at once, a text after a pause; while somebody writes, nothing new is called wrong. */
  function change({ target }: FormEvent<HTMLFormElement>) {
    const { written, wrong, now } = read()
    const typing = isText(target)
    const name = nameOf(target)
    setBody(now)
    setUnsaved(Object.keys(wrong))
    setErrors((before) => {
      const { [name]: own, ...others } = before
      const still = wrong[name]
      return still && (own || !typing) ? { ...others, [name]: still } : others
    })
    if (typing) saver.saveSoon(written)
    else saveNow(written)
  }

  /** Leaving a field: it is saved, and called wrong when it is. */
  function leave({ target }: { target: EventTarget }) {
    if (!isText(target)) return
    const { wrong } = read()
    const name = nameOf(target)
    const own = wrong[name]
    if (own) setErrors((before) => ({ ...before, [name]: own }))
    saver.flush()
  }

  /** Called wrong, and not saved for it. */
  const wrong = unsaved.filter((name) => errors[name])
  return { form, body, errors, wrong, initial, saver, change, leave }
}

function isText(target: EventTarget) {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
}

function nameOf(target: EventTarget) {
  return target instanceof Element ? (target.getAttribute('name') ?? '') : ''
}
