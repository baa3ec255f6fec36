import { entryOptions } from '~/features/territory/components/place-options'
import type { PlacesInReach } from '~/features/territory/places.queries.server'
import { Field } from '~/ui/forms/field'
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import type { DraftAnswer } from '../draft-answer'
import type { RegisterErrors } from '../rules/read-register'
import type { DraftRow } from '../rules/register'

type AddPeopleProps = {
  places: PlacesInReach
  rows: readonly DraftRow[]
  found: DraftAnswer['found']
  errors: RegisterErrors
}

/** Adds the people of a whole centre, or somebody by the beginning of the name: sent by POST, no name in an address. */
export function AddPeople({ places, rows, found, errors }: AddPeopleProps) {
  const there = new Set(rows.map(({ enrolmentId }) => enrolmentId))
  return (
    <>
      <div className="r-row r-end mb-3">
        <SelectField
          id="registro-entryId"
          name="entryId"
          label="Aggiungi tutte le persone di una sede"
          emptyLabel="Scegli la sede"
          options={entryOptions(places)}
          errors={errors.entryId ? [errors.entryId] : undefined}
          fieldClassName="mb-0 r-grow"
        />
        <SubmitButton name="act" value="add-entry" className="btn-outline-primary" busyLabel="Aggiungo…">
          Aggiungi la sede
        </SubmitButton>
      </div>
      <div className="r-row r-end mb-3">
        <Field
          id="registro-cerca"
          name="cerca"
          type="search"
          label="Aggiungi una persona"
          hint="L’inizio del cognome o del nome."
          autoComplete="off"
          maxLength={100}
          defaultValue={found?.typed ?? ''}
          key={found?.typed ?? ''}
          fieldClassName="mb-0 r-grow"
        />
        <SubmitButton
          name="act"
          value="search"
          id="registro-cerca-ora"
          className="btn-outline-primary"
          busyLabel="Cerco…"
        >
          Cerca la persona
        </SubmitButton>
      </div>
      <div role="status">
        {found ? (
          <>
            {found.people.length === 0 ? <p>Nessuna persona delle tue sedi comincia con «{found.typed}».</p> : null}
            <ul className="r-list">
              {found.people.map(({ enrolmentId, name, home }) => (
                <li key={enrolmentId} className="r-row r-btw mb-2">
                  <span>
                    {name} <span className="r-muted r-small">{home ?? 'Nessuna sede'}</span>
                  </span>
                  {there.has(enrolmentId) ? (
                    <span className="r-muted">È già nel registro</span>
                  ) : (
                    <SubmitButton
                      name="act"
                      value={`add:${enrolmentId}`}
                      className="btn-outline-primary btn-sm"
                      busyLabel="Aggiungo…"
                    >
                      Aggiungi<span className="visually-hidden"> {name}</span>
                    </SubmitButton>
                  )}
                </li>
              ))}
            </ul>
            {found.more ? <p>Ce ne sono altre: scrivi qualche lettera in più.</p> : null}
          </>
        ) : null}
      </div>
    </>
  )
}
