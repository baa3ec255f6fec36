import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names'
import { fieldIds } from './described-by'
import { FieldShell, type FieldTexts } from './field-shell'

type TextAreaFieldProps = FieldTexts & Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'children'>

export function TextAreaField({
  label,
  hint,
  errors,
  errorId,
  labelHidden,
  wide,
  fieldClassName,
  className,
  rows = 3,
  ...textarea
}: TextAreaFieldProps) {
  const ids = fieldIds({ id: textarea.id, hint, errors, errorId, given: textarea['aria-describedby'] })
  const texts = { id: textarea.id, label, hint, errors, labelHidden, wide, fieldClassName }
  return (
    <FieldShell {...texts} ids={ids}>
      <textarea
        {...textarea}
        rows={rows}
        className={classNames('form-control', className)}
        aria-invalid={ids.invalid || undefined}
        aria-describedby={ids.describedBy}
      />
    </FieldShell>
  )
}
