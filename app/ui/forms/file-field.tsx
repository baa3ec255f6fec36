import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names'
import { fieldIds } from './described-by'
import { FieldShell, type FieldTexts } from './field-shell'

type FileFieldProps = FieldTexts & Omit<ComponentPropsWithRef<'input'>, 'id' | 'type' | 'children'>

/** The browser's own file control. Say in `hint` which files and how large. */
export function FileField({
  label,
  hint,
  errors,
  errorId,
  labelHidden,
  wide,
  fieldClassName,
  className,
  ...input
}: FileFieldProps) {
  const ids = fieldIds({ id: input.id, hint, errors, errorId, given: input['aria-describedby'] })
  const texts = { id: input.id, label, hint, errors, labelHidden, wide, fieldClassName }
  return (
    <FieldShell {...texts} ids={ids}>
      <input
        {...input}
        type="file"
        className={classNames('form-control r-file', className)}
        aria-invalid={ids.invalid || undefined}
        aria-describedby={ids.describedBy}
      />
    </FieldShell>
  )
}
