import { type ComponentProps, useState } from 'react'
import { looksLikePhone, phoneWarning } from '~/lib/phone-like'
import { TextAreaField } from '~/ui/forms/text-area-field'
import { longestText } from '../observation-form.schema'

type FreeTextFieldProps = ComponentProps<typeof TextAreaField> & { defaultValue?: string }

/** A text in one's own words; what looks like a telephone number is warned of beside it, and stops nothing. */
export function FreeTextField({ defaultValue = '', ...field }: FreeTextFieldProps) {
  const [warned, setWarned] = useState(looksLikePhone(defaultValue))
  const warningId = `${field.id}-avviso`
  return (
    <div className="mb-4">
      <TextAreaField
        wide
        rows={2}
        fieldClassName="mb-1"
        maxLength={longestText}
        autoComplete="off"
        {...field}
        defaultValue={defaultValue}
        aria-describedby={warned ? warningId : undefined}
        onInput={({ currentTarget }) => setWarned(looksLikePhone(currentTarget.value))}
      />
      <p className="r-small mb-0" role="status" id={warningId}>
        {warned ? <span className="r-tag r-tag--warn">{phoneWarning}</span> : null}
      </p>
    </div>
  )
}
