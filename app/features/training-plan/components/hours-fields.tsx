import { getInputProps } from '@conform-to/react'
import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { modes } from '~/features/curriculum/rules/module-content'
import { CheckField } from '~/ui/forms/check-field'
import { Field } from '~/ui/forms/field'
import { modeNames, profilePlurals } from '../plan-names'
import type { SettingsField } from './settings-values'

type HoursFieldsProps = { taken: SettingsField<'taken'>; hours: SettingsField<'hours'> }

/** Who takes the module, and for how many hours in each mode. */
export function HoursFields({ taken, hours }: HoursFieldsProps) {
  const byProfile = hours.getFieldset()
  return profiles.map((profile, index) => {
    const byMode = byProfile[profile].getFieldset()
    return (
      <fieldset className="r-set" key={profile}>
        <legend>Ore per {profilePlurals[profile]}</legend>
        <CheckField
          id={index === 0 ? taken.id : `${taken.id}-${profile}`}
          name={taken.name}
          value={profile}
          defaultChecked={isTaken(taken, profile)}
          label={`Il modulo è per ${profilePlurals[profile]}`}
          fieldClassName="mb-0"
        />
        <div className="r-row r-end">
          {modes.map((mode) => (
            <Field
              label={`Ore ${modeNames[mode]}`}
              errors={byMode[mode].errors}
              short
              inputMode="decimal"
              fieldClassName="r-w-s"
              {...getInputProps(byMode[mode], { type: 'text' })}
              key={`${mode} ${byMode[mode].key}`}
            />
          ))}
        </div>
      </fieldset>
    )
  })
}

/** A single tick comes back as a text, not as a list of one. */
function isTaken({ initialValue }: SettingsField<'taken'>, profile: Profile) {
  return Array.isArray(initialValue) ? initialValue.includes(profile) : initialValue === profile
}
