import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names'
import { fieldIds } from './described-by'
import { FieldShell, type FieldTexts } from './field-shell'

export type SelectOption = { value: string; label: string; disabled?: boolean }
export type SelectGroup = { group: string; options: SelectOption[] }

type SelectFieldProps = FieldTexts &
  Omit<ComponentPropsWithRef<'select'>, 'id' | 'children'> & {
    options: (SelectOption | SelectGroup)[]
    /** A first option without value, such as "Scegli una sede". */
    emptyLabel?: string
  }

export function SelectField({
  label,
  hint,
  errors,
  errorId,
  labelHidden,
  wide,
  fieldClassName,
  className,
  options,
  emptyLabel,
  ...select
}: SelectFieldProps) {
  const ids = fieldIds({ id: select.id, hint, errors, errorId, given: select['aria-describedby'] })
  const texts = { id: select.id, label, hint, errors, labelHidden, wide, fieldClassName }
  return (
    <FieldShell {...texts} ids={ids}>
      <select
        {...select}
        className={classNames('form-control', className)}
        aria-invalid={ids.invalid || undefined}
        aria-describedby={ids.describedBy}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((entry) =>
          'group' in entry ? (
            <optgroup key={entry.group} label={entry.group}>
              {entry.options.map(toOption)}
            </optgroup>
          ) : (
            toOption(entry)
          ),
        )}
      </select>
    </FieldShell>
  )
}

function toOption({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}
