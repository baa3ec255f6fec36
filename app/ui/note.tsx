import type { ReactNode } from 'react'
import { classNames } from './class-names'

type NoteProps = {
  kind?: 'key' | 'ok' | 'warn' | 'bad'
  title?: ReactNode
  role?: 'status' | 'alert' | 'note'
  id?: string
  className?: string
  children?: ReactNode
}

/** A title that says the fact and a sentence that says what to do. */
export function Note({ kind, title, role, id, className, children }: NoteProps) {
  return (
    <div className={classNames('r-note', kind && `r-note--${kind}`, className)} role={role} id={id}>
      {title ? <strong>{title}</strong> : null}
      {children}
    </div>
  )
}
