import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { classNames } from './class-names'

type DialogProps = {
  /** Words of the button that opens it: a verb and the thing. */
  trigger: ReactNode
  triggerClassName?: string
  title: ReactNode
  /** The form to confirm. It must work without script too: a plain form that posts. */
  children: ReactNode
  closeLabel?: string
  /** Unfolded at once, as after a refused form. */
  defaultOpen?: boolean
  /** Closes the dialog when it turns true, as after a form that was accepted. */
  done?: boolean
}

/** A question before an act that cannot be undone. Without script it is a `<details>` in place. */
export function Dialog(props: DialogProps) {
  const fold = useRef<HTMLDetailsElement>(null)
  const [modal, setModal] = useState(false)

  // Somebody who unfolded the form before scripts ran keeps it where it is.
  useEffect(() => {
    if (!fold.current?.open) setModal(true)
  }, [])

  if (modal) return <ModalDialog {...props} />
  return (
    <details className="r-dialog-fold" ref={fold} open={props.defaultOpen}>
      <summary className={classNames('btn', props.triggerClassName ?? 'btn-outline-primary')}>{props.trigger}</summary>
      <div className="r-box mt-3">
        <h2>{props.title}</h2>
        {props.children}
      </div>
    </details>
  )
}

function ModalDialog({ trigger, triggerClassName, title, children, closeLabel = 'Annulla', done }: DialogProps) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (done) dialog.current?.close()
  }, [done])

  return (
    <>
      <button
        type="button"
        ref={opener}
        className={classNames('btn', triggerClassName ?? 'btn-outline-primary')}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </button>
      <dialog ref={dialog} className="r-dialog" aria-labelledby={titleId} onClose={() => opener.current?.focus()}>
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        {children}
        <button type="button" className="r-dialog__close r-link" onClick={() => dialog.current?.close()}>
          {closeLabel}
        </button>
      </dialog>
    </>
  )
}
