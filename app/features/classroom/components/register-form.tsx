import { type FormEvent, type KeyboardEvent, useRef } from 'react'
import { Form, Link, useSubmit } from 'react-router'
import type { PlacesInReach } from '~/features/territory/places.queries.server'
import { countOf } from '~/lib/numbers'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import type { ShownDraft } from '../draft.queries.server'
import type { DraftAnswer } from '../draft-answer'
import { durationOf } from '../rules/read-register'
import type { DraftRow } from '../rules/register'
import { AddPeople } from './add-people'
import { DraftSaving } from './draft-saving'
import { ParticipantTable } from './participant-table'
import { SessionFields } from './session-fields'
import { useRegisterDraft } from './use-register-draft'

type RegisterFormProps = { draft: ShownDraft; places: PlacesInReach; answer: DraftAnswer | undefined }

const signId = 'registro-firma'

/** A register being filled in: one form, so that every button carries what was written. */
export function RegisterForm({ draft, places, answer }: RegisterFormProps) {
  const { body, state, held, change, beforeSubmit } = useRegisterDraft(draft, answer?.typed ?? null)
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const errors = answer?.errors ?? {}
  const duration = durationOf(body)
  const present = body.rows.filter((row) => row.present).length
  const nameOf = (key: string) => draft.people[key.replace(/^row-/, '')]?.name

  function changeRow(enrolmentId: string, next: Partial<DraftRow>) {
    change({ ...body, rows: body.rows.map((row) => (row.enrolmentId === enrolmentId ? { ...row, ...next } : row)) })
  }

  /** What is being saved arrives first: the form then carries the revision that it left. */
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const written = new FormData(event.currentTarget, submitter)
    written.set('revision', String(await beforeSubmit()))
    await submit(written, { method: 'post', preventScrollReset: true })
  }

  return (
    <Form method="post" ref={form} onSubmit={send} onKeyDown={keepOnPage} noValidate>
      <input type="hidden" name="revision" value={draft.revision} readOnly />
      <input type="hidden" name="duration" value={duration ?? ''} readOnly />
      <div className="r-row mb-4">
        <SubmitButton name="act" value="save" className="btn-outline-primary">
          Salva la bozza
        </SubmitButton>
        <DraftSaving state={state} held={held} />
      </div>
      <ErrorSummary
        formId="registro"
        errors={Object.fromEntries(Object.entries(errors).map(([key, text]) => [key, [text]]))}
        formErrors={answer?.refused ? [answer.refused] : null}
        nameOf={nameOf}
        lead="Quello che hai scritto è ancora qui. Il registro non è firmato."
      />
      <section className="r-w" aria-labelledby="incontro">
        <h2 id="incontro" className="mb-3">
          L’incontro
        </h2>
        <SessionFields
          body={body}
          modules={draft.modules}
          errors={errors}
          corrects={draft.corrects !== null}
          onChange={(next) => change({ ...body, ...next })}
        />
      </section>
      <section className="r-sec" aria-labelledby="registro-rows">
        <h2 id="registro-rows" tabIndex={-1}>
          {body.rows.length === 0
            ? 'Chi c’era'
            : `Chi c’era: ${present} su ${countOf(body.rows.length, 'persona', 'persone')}`}
        </h2>
        <div className="r-w">
          <AddPeople places={places} rows={body.rows} found={answer?.found ?? null} errors={errors} />
        </div>
        {body.rows.length > 0 ? (
          <>
            <p className="r-hint" id="registro-come">
              Se non li cambi, i minuti sono tutta la durata{duration ? `: ${duration}` : ''}. 0 vuol dire assente. Con
              Invio passi alla riga dopo.
            </p>
            <ParticipantTable
              rows={body.rows}
              people={draft.people}
              duration={duration}
              errors={errors}
              onChange={changeRow}
            />
            <div className="r-row r-end">
              <SelectField
                id="registro-togli"
                name="removed"
                label="Togli una persona dal registro"
                emptyLabel="Scegli la persona"
                options={body.rows.map(({ enrolmentId }, index) => ({
                  value: enrolmentId,
                  label: draft.people[enrolmentId]?.name ?? `Riga ${index + 1}`,
                }))}
                fieldClassName="mb-0"
              />
              <SubmitButton name="act" value="remove" className="btn-outline-primary" busyLabel="Tolgo…">
                Togli la persona
              </SubmitButton>
            </div>
          </>
        ) : null}
      </section>
      <section className="r-sec r-w r-box r-box--key" aria-labelledby="firma">
        <h2 id="firma">Firma</h2>
        <p>
          La firma chiude il registro e i minuti contano subito. Dopo non si modifica: si corregge con un nuovo registro
          che dice il motivo.
        </p>
        <p>
          <Link className="r-link" to={`/aula/bozze/${draft.id}/foglio`}>
            Stampa il foglio delle firme
          </Link>
        </p>
        <Field
          id="registro-password"
          name="password"
          type="password"
          label="La tua password"
          hint="La chiediamo di nuovo, per essere sicuri che sia tu."
          autoComplete="current-password"
          errors={errors.password ? [errors.password] : undefined}
        />
        <SubmitButton name="act" value="sign" id={signId} busyLabel="Firmo…">
          Firma il registro
        </SubmitButton>
      </section>
    </Form>
  )
}

/** Enter never sends the form by accident: in the minutes it goes down, in a search and a password it does what they are for. */
function keepOnPage(event: KeyboardEvent<HTMLFormElement>) {
  const { target, key, currentTarget: form } = event
  if (!(target instanceof HTMLInputElement) || target.type === 'checkbox') return
  const minutes = [...form.querySelectorAll<HTMLInputElement>('input[data-minutes]')]
  const place = minutes.indexOf(target)
  const steps: Record<string, number> = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }
  const step = steps[key]
  if (place >= 0 && step) {
    event.preventDefault()
    minutes[place + step]?.focus()
  } else if (key === 'Enter') {
    event.preventDefault()
    const buttons: Record<string, string> = { cerca: 'registro-cerca-ora', password: signId }
    const button = buttons[target.name]
    if (button) form.querySelector<HTMLButtonElement>(`#${button}`)?.click()
  }
}
