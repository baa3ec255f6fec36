import { type FormEvent, useEffect, useRef } from 'react'
import { Form, useSubmit } from 'react-router'
import { Field } from '~/ui/forms/field'

const pauseMs = 200

/** The search while one types: after a pause the same address is asked for, in the place of the last one. */
export function LiveSearchForm({ query, maxLength }: { query: string; maxLength: number }) {
  const submit = useSubmit()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => () => clearTimeout(timer.current), [])

  // An example that was chosen, or a step back: the field says what the results answer.
  useEffect(() => {
    const field = input.current
    if (field && document.activeElement !== field) field.value = query
  }, [query])

  function searchSoon(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget
    clearTimeout(timer.current)
    timer.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), pauseMs)
  }

  return (
    <Form
      role="search"
      action="/cerca"
      method="get"
      replace
      className="r-w"
      onInput={searchSoon}
      onSubmit={() => clearTimeout(timer.current)}
    >
      <div className="r-row r-end">
        <Field
          id="q"
          name="q"
          type="search"
          label="Che cosa stai cercando?"
          autoComplete="off"
          maxLength={maxLength}
          defaultValue={query}
          ref={input}
          fieldClassName="mb-0 r-grow"
        />
        <button className="btn btn-primary" type="submit">
          Cerca
        </button>
      </div>
    </Form>
  )
}
