import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import type { FieldIds } from './described-by'
import { ErrorText, HintText } from './field-texts'

/** What every field with a label above it may be given. */
export type FieldTexts = {
  id: string
  label: ReactNode
  hint?: ReactNode
  errors?: readonly string[]
  /** Given by the form library; else it follows from `id`. */
  errorId?: string
  labelHidden?: boolean
  /** As wide as its column, not as a line of text. */
  wide?: boolean
  fieldClassName?: string
}

type ShellProps = Omit<FieldTexts, 'errorId'> & { ids: FieldIds; children: ReactNode }

export function FieldShell({ id, label, hint, errors, labelHidden, wide, fieldClassName, ids, children }: ShellProps) {
  return (
    <div className={classNames('r-field', ids.invalid && 'is-bad', wide && 'r-free', fieldClassName)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <HintText id={ids.hintId}>{hint}</HintText>
      <ErrorText id={ids.errorId} errors={errors} />
      {children}
    </div>
  )
}
