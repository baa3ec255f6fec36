import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { fieldIds } from './described-by'
import { ErrorText, HintText } from './field-texts'

export type RadioOption = {
  value: string
  label: ReactNode
  /** A second, smaller line. */
  hint?: ReactNode
  /** A letter before the label. */
  mark?: ReactNode
  disabled?: boolean
}

type RadioSetProps = {
  /** Id of the first option, so that a link in the error summary reaches it. */
  id: string
  name: string
  legend: ReactNode
  legendHidden?: boolean
  options: RadioOption[]
  hint?: ReactNode
  errors?: readonly string[]
  errorId?: string
  defaultValue?: string
  /** The value, when the page holds it. */
  value?: string
  onValueChange?: (value: string) => void
  form?: string
  required?: boolean
  disabled?: boolean
  /** `rate`: four across, for thumbs. `small`: in a side column. */
  layout?: 'list' | 'rate' | 'small'
  className?: string
}

/** Options as large targets, one of which is chosen. */
export function RadioSet({
  id,
  name,
  legend,
  legendHidden,
  options,
  hint,
  errors,
  errorId,
  defaultValue,
  value,
  onValueChange,
  form,
  required,
  disabled,
  layout = 'list',
  className,
}: RadioSetProps) {
  const ids = fieldIds({ id, hint, errors, errorId })
  return (
    <fieldset
      className={classNames('r-set', ids.invalid && 'is-bad', className)}
      aria-describedby={ids.describedBy}
      disabled={disabled}
    >
      <legend className={legendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      <HintText id={ids.hintId}>{hint}</HintText>
      <ErrorText id={ids.errorId} errors={errors} />
      <div className={classNames('r-opts', layout === 'rate' && 'r-rate')}>
        {options.map((option, index) => (
          <label key={option.value} className={classNames('r-opt', layout === 'small' && 'r-opt--s')}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={name}
              value={option.value}
              form={form}
              required={required}
              disabled={option.disabled}
              aria-invalid={ids.invalid || undefined}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={onValueChange && (() => onValueChange(option.value))}
              readOnly={value !== undefined && !onValueChange}
            />
            {option.mark ? <b>{option.mark}</b> : null}
            <span>
              {option.label}
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
