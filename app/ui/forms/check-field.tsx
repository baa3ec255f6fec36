import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from '../class-names'
import { fieldIds } from './described-by'
import { ErrorText, HintText } from './field-texts'

type CheckFieldProps = Omit<ComponentPropsWithRef<'input'>, 'id' | 'type' | 'children'> & {
  id: string
  label: ReactNode
  hint?: ReactNode
  errors?: readonly string[]
  errorId?: string
  fieldClassName?: string
}

/** One tick, its label at its right. */
export function CheckField({ label, hint, errors, errorId, fieldClassName, className, ...input }: CheckFieldProps) {
  const ids = fieldIds({ id: input.id, hint, errors, errorId, given: input['aria-describedby'] })
  return (
    <div className={classNames('r-field r-tick', ids.invalid && 'is-bad', fieldClassName)}>
      <ErrorText id={ids.errorId} errors={errors} />
      <div className="r-tick__row r-tap">
        <input
          {...input}
          type="checkbox"
          className={classNames('r-check', className)}
          aria-invalid={ids.invalid || undefined}
          aria-describedby={ids.describedBy}
        />
        <label htmlFor={input.id}>{label}</label>
      </div>
      <HintText id={ids.hintId}>{hint}</HintText>
    </div>
  )
}
