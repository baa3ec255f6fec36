import { type FieldMetadata, getInputProps } from '@conform-to/react'
import { Field } from '~/ui/forms/field'

/** One's own password again, before an act that binds. It is never sent back. */
export function OwnPasswordField({ field }: { field: FieldMetadata<string | undefined> }) {
  return (
    <Field
      label="La tua password"
      hint="La chiediamo di nuovo, per essere sicuri che sia tu."
      errors={field.errors}
      autoComplete="current-password"
      {...getInputProps(field, { type: 'password', value: false })}
      key={field.key}
    />
  )
}
