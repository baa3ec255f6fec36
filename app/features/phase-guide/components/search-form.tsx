import { Form } from 'react-router'
import { Field } from '~/ui/forms/field'

/** The way into the guide by words; a plain form. */
export function SearchForm() {
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
        <button className="btn btn-primary" type="submit">
          Cerca
        </button>
      </div>
      <span className="r-hint mt-2 mb-0" id="q-esempi">
        Per esempio: assenza, esonero, DID, F5.3
      </span>
    </Form>
  )
}
