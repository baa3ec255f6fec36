import { Form } from 'react-router'
import { profileNames } from '~/features/auth/role-names'
import { scopeOptions } from '~/features/territory/components/place-options'
import type { PlacesInReach } from '~/features/territory/places.queries.server'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'

type GroupChoiceFormProps = { places: PlacesInReach; luogo: string; profilo: string; error: string }

const profiles = Object.entries(profileNames).map(([value, label]) => ({ value, label }))

/** Whom to enrol together; what is chosen stands in the address. */
export function GroupChoiceForm({ places, luogo, profilo, error }: GroupChoiceFormProps) {
  return (
    <>
      <ErrorSummary errors={error ? { luogo: [error] } : null} lead="Non abbiamo iscritto nessuno." />
      <Form method="get" className="r-w" key={`${luogo} ${profilo}`}>
        <SelectField
          id="luogo"
          name="luogo"
          label="Sede o provincia"
          emptyLabel="Scegli una sede o una provincia"
          options={scopeOptions({ ...places, region: false })}
          errors={error ? [error] : undefined}
          defaultValue={luogo}
        />
        <SelectField
          id="profilo"
          name="profilo"
          label="Profilo"
          emptyLabel="Tutti"
          options={profiles}
          defaultValue={profilo}
        />
        <SubmitButton className="btn-outline-primary" busyLabel="Conto…">
          Vedi chi si può iscrivere
        </SubmitButton>
      </Form>
    </>
  )
}
