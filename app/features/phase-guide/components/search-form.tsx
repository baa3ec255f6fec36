import { Form } from 'react-router'
import { Field } from '~/ui/forms/field'

type SearchFormProps = {
  /** The page has a filled button of its own. */
  quiet?: boolean
}

/** The way into the guide by words; a plain form. */
export function SearchForm({ quiet }: SearchFormProps) {
  return (
    <Form role="search" action="/cerca" method="get" className="r-w">
      <div className="r-row r-end">
        <Field
          id="q"
          name="q"
          type="search"
          label="Che cosa stai cercando?"
          autoComplete="off"
          maxLength={200}
          fieldClassName="mb-0 r-grow"
          aria-describedby="q-esempi"
        />
        <button className={quiet ? 'btn btn-outline-primary' : 'btn btn-primary'} type="submit">
          Cerca
        </button>
      </div>
      <span className="r-hint mt-2 mb-0" id="q-esempi">
        Per esempio: assenza, esonero, DID, F5.3
      </span>
    </Form>
  )
}
