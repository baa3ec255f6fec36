import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names'
import { fieldIds } from './described-by'
import { FieldShell, type FieldTexts } from './field-shell'

type FieldProps = FieldTexts &
  Omit<ComponentPropsWithRef<'input'>, 'id' | 'children'> & {
    /** For a date, a time, a number. */
    short?: boolean
  }

/** One line of text: text, email, password, date, search. Other props go to the `<input>`. */
export function Field({
  label,
  hint,
  errors,
  errorId,
  labelHidden,
  wide,
  fieldClassName,
  short,
  className,
  ...input
}: FieldProps) {
  const ids = fieldIds({ id: input.id, hint, errors, errorId, given: input['aria-describedby'] })
  const texts = { id: input.id, label, hint, errors, labelHidden, wide, fieldClassName }
  return (
    <FieldShell {...texts} ids={ids}>
      <input
        {...input}
        className={classNames('form-control', short && 'r-w-s', className)}
        aria-invalid={ids.invalid || undefined}
        aria-describedby={ids.describedBy}
      />
    </FieldShell>
  )
}
