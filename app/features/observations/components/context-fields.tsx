import { CheckField } from '~/ui/forms/check-field'
import { Field } from '~/ui/forms/field'
import { RadioSet } from '~/ui/forms/radio-set'
import { SelectField } from '~/ui/forms/select-field'
import { informedText, kindHints, kindNames } from '../observation-words'
import { observationKinds } from '../rules/observation'

type ContextFieldsProps = {
  written: (name: string) => string | undefined
  errorsOf: (name: string) => string[] | undefined
  settings: readonly string[]
}

/** What is observed: a real case, with its tick, a simulation or a discussion; when, and where. */
export function ContextFields({ written, errorsOf, settings }: ContextFieldsProps) {
  return (
    <>
      <RadioSet
        id="kind"
        name="kind"
        legend="Che cosa osservi"
        options={observationKinds.map((kind) => ({ value: kind, label: kindNames[kind], hint: kindHints[kind] }))}
        defaultValue={written('kind')}
        errors={errorsOf('kind')}
      />
      <CheckField
        id="informed"
        name="informed"
        value="on"
        label={informedText}
        hint="Solo per un caso reale, e prima di cominciare."
        defaultChecked={written('informed') === 'on'}
        errors={errorsOf('informed')}
      />
      <Field
        short
        id="observedOn"
        name="observedOn"
        label="Giorno"
        hint="gg/mm/aaaa"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={written('observedOn')}
        errors={errorsOf('observedOn')}
      />
      {settings.length > 0 ? (
        <SelectField
          id="setting"
          name="setting"
          label="Dove"
          emptyLabel="Non indicato"
          options={settings.map((value) => ({ value, label: value }))}
          defaultValue={written('setting') ?? ''}
          errors={errorsOf('setting')}
        />
      ) : null}
    </>
  )
}
