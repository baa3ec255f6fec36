import { Form } from 'react-router'
import { formatDay } from '~/lib/dates'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { FormActions } from '~/ui/forms/form-actions'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Note } from '~/ui/note'
import type { DraftAnswer } from '../draft-answer'
import { fieldName } from '../draft-values'
import type { DraftView } from '../drafts.queries.server'
import { kindNames } from '../observation-words'
import type { DraftBody } from '../rules/observation'
import { refuseSignature } from '../rules/refuse-signature'
import { ContextFields } from './context-fields'
import { CriterionField } from './criterion-field'
import { DraftConflict } from './draft-conflict'
import { DraftBar, DraftSide } from './draft-progress'
import { DraftState } from './draft-state'
import { EarlierActionField, FeedbackFields } from './feedback-fields'
import { LevelField } from './level-field'
import { useDraftForm } from './use-draft-form'

const contextFields = ['kind', 'informed', 'observedOn', 'setting']

/**
 * The observation form. Without script a plain form with a button that saves; with script each change is saved at once.
 */
export function DraftForm({ draft, answer }: { draft: DraftView; answer: DraftAnswer | undefined }) {
  const { module, learner, earlier } = draft
  const { form, body, errors, wrong, initial, saver, change, leave } = useDraftForm(draft, answer)
  const problems = refuseSignature(body, module.criteria)
  const written = (name: string) => initial[name]
  const errorsOf = (name: string) => errors[name]
  const texts = { written, errorsOf }
  const stored = saver.state.kind === 'conflict' ? saver.state : undefined
  return (
    <>
      <ErrorSummary
        errors={answer?.stored ? {} : answer?.errors}
        nameOf={fieldName}
        title={answer?.saved ? 'Per firmare manca ancora qualcosa' : undefined}
        lead={
          answer?.saved
            ? 'La scheda è salvata. Completa questi punti, poi torna alla firma.'
            : 'Quello che hai scritto è ancora qui. Correggi e salva di nuovo.'
        }
      />
      {answer?.stored && !stored ? <DraftConflict id={draft.id} stored={answer.stored} typed={body} /> : null}
      {stored ? (
        <DraftConflict
          id={draft.id}
          stored={stored.stored}
          typed={body}
          onOverwrite={() => saver.overwrite(stored.revision)}
        />
      ) : null}
      {/* A browser that filled in what stood here before a reload would write in the observer's place. */}
      <Form method="post" autoComplete="off" noValidate ref={form} onChange={change} onBlur={leave}>
        <input type="hidden" name="revision" value={saver.revision} />
        <div className="r-split">
          <div>
            <details className="r-box mb-5" open={problems.concat(asProblems(errors)).some(isContext)}>
              <summary>Contesto: {contextWords(body)}</summary>
              <div className="mt-3">
                <ContextFields {...texts} settings={module.form.settings} />
              </div>
            </details>
            {earlier ? <EarlierActionField {...texts} earlier={earlier} /> : null}
            <Note kind="warn" title="Non scrivere mai chi è la persona allo sportello">
              Niente nomi, codici fiscali, telefoni o email: la scheda riguarda chi impara.
            </Note>
            <section aria-labelledby="criteri">
              <h2 id="criteri" className="mb-4">
                Criteri
              </h2>
              {module.criteria.map((criterion) => {
                const [rating, note] = [`ratings.${criterion.id}.rating`, `ratings.${criterion.id}.note`]
                return (
                  <CriterionField
                    key={criterion.id}
                    criterion={criterion}
                    given={{ rating: written(rating), note: written(note) }}
                    rating={body.ratings?.[criterion.id]?.rating}
                    errors={{ rating: errorsOf(rating), note: errorsOf(note) }}
                  />
                )
              })}
            </section>
            <section className="mb-5" aria-labelledby="autonomia">
              <h2 id="autonomia">Autonomia</h2>
              <LevelField
                firstName={learner.firstName}
                given={written('level')}
                chosen={body.level}
                errors={errorsOf('level')}
              />
            </section>
            <section className="mb-5" aria-labelledby="restituzione">
              <h2 id="restituzione" className="mb-3">
                Restituzione
              </h2>
              <FeedbackFields {...texts} />
            </section>
            <section className="r-box" id="firma" tabIndex={-1} aria-labelledby="firma-titolo">
              <h2 id="firma-titolo">Firma</h2>
              <p>
                Prima della firma rileggi il riepilogo. La firma chiude la scheda: dopo non si modifica, e per
                correggerla si firma una nuova scheda che ne dice il motivo.
              </p>
              <FormActions>
                <SubmitButton name="intent" value="review" busyLabel="Salvo…">
                  Vai alla firma
                </SubmitButton>
                <SubmitButton name="intent" value="save" className="btn-outline-primary">
                  Salva la bozza
                </SubmitButton>
                {saver.held && saver.state.kind !== 'saving' ? (
                  <button className="btn btn-outline-primary" type="button" onClick={saver.leave}>
                    Lascia la pagina senza salvare
                  </button>
                ) : null}
              </FormActions>
              <noscript>
                <p className="r-small r-muted mt-3 mb-0">La scheda si salva quando premi uno dei pulsanti.</p>
              </noscript>
            </section>
          </div>
          <DraftSide module={module} body={body} />
        </div>
        <DraftBar module={module} body={body} problems={problems}>
          <DraftState state={saver.state} held={saver.held} wrong={wrong.map(fieldName)} />
        </DraftBar>
      </Form>
    </>
  )
}

function contextWords({ kind, observedOn, setting }: DraftBody) {
  const parts = [observedOn && formatDay(observedOn), kind && kindNames[kind].toLowerCase(), setting]
  return parts.filter(Boolean).join(', ') || 'da completare'
}

function asProblems(errors: Record<string, unknown>) {
  return Object.keys(errors).map((field) => ({ field, message: '' }))
}

function isContext({ field }: { field: string }) {
  return contextFields.includes(field)
}
