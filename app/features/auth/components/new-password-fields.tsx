import { type FieldMetadata, getInputProps } from '@conform-to/react'
import { Field } from '~/ui/forms/field'

type Fields = { chosen: FieldMetadata<string>; repeated: FieldMetadata<string> }

/** The new password, asked for twice. */
export function NewPasswordFields({ chosen, repeated }: Fields) {
  return (
    <>
      <Field
        label="Nuova password"
        hint="Almeno 12 caratteri. Una frase che ricordi va benissimo."
        errors={chosen.errors}
        autoComplete="new-password"
        {...getInputProps(chosen, { type: 'password', value: false })}
        key={chosen.key}
      />
      <Field
        label="Ripeti la nuova password"
        errors={repeated.errors}
        autoComplete="new-password"
        {...getInputProps(repeated, { type: 'password', value: false })}
        key={repeated.key}
      />
    </>
  )
}
