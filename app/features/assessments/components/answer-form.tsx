import { type FormEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { EmphasisedText } from '~/features/training-plan/components/emphasised-text'
import { CheckField } from '~/ui/forms/check-field'
import { RadioSet } from '~/ui/forms/radio-set'
import type { Answer } from '../answer-saver'
import { addressAfter } from '../attempt-addresses'
import { SavingState } from './saving-state'
import { useAnswerSaver } from './use-answer-saver'

export type QuestionView = {
  position: number
  stem: string
  options: string[]
  /** Place of the saved option, from 1. */
  choice: number | null
  flagged: boolean
  savedAt: string | null
}

type AnswerFormProps = {
  attemptId: string
  question: QuestionView
  total: number
  /** Takes the focus when the question is reached without a reload. */
  heading: RefObject<HTMLHeadingElement | null>
  /** Called when an answer is saved while the page is open. */
  onSaved: (position: number, answer: Answer) => void
}

/**
 * One question with its options. Without script a plain form that saves and goes on; with script each choice is saved
 * at once, and the buttons only go on, when it is.
 */
export function AnswerForm({ attemptId, question, total, heading, onSaved }: AnswerFormProps) {
  const { position, stem, options, choice, flagged, savedAt } = question
  const form = useRef<HTMLFormElement>(null)
  const last = useRef<Answer>({ choice, flagged })
  const navigate = useNavigate()
  const known = savedAt ? ({ kind: 'saved', at: savedAt, answered: true } as const) : ({ kind: 'none' } as const)
  const { state, save, held, leave } = useAnswerSaver(`/tentativi/${attemptId}/risposta`, position, known)

  const saveChanges = useCallback(() => {
    const answer = form.current ? answerIn(form.current) : last.current
    if (answer.choice === last.current.choice && answer.flagged === last.current.flagged) return
    last.current = answer
    save(answer)
  }, [save])

  // What was chosen before scripts ran stands in the form.
  useEffect(saveChanges, [saveChanges])

  useEffect(() => {
    if (state.kind === 'saved') onSaved(position, last.current)
  }, [state, position, onSaved])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    saveChanges()
    const { submitter } = event.nativeEvent as SubmitEvent
    const back = submitter instanceof HTMLButtonElement && submitter.value === 'indietro'
    void navigate(addressAfter(attemptId, { position, total, direction: back ? 'indietro' : 'avanti' }))
  }

  return (
    // A browser that filled in what stood here before a reload would choose in the learner's place.
    <form
      method="post"
      autoComplete="off"
      className="r-sec r-w mt-4"
      ref={form}
      onSubmit={submit}
      onChange={saveChanges}
    >
      <input type="hidden" name="position" value={position} />
      <RadioSet
        id="risposta"
        name="choice"
        legend={
          <>
            <span className="r-kick">
              Domanda {position} di {total}
            </span>
            <h1 className="r-q" tabIndex={-1} ref={heading}>
              <EmphasisedText text={stem} />
            </h1>
          </>
        }
        hint="Una sola risposta."
        options={options.map((label, index) => ({ value: String(index + 1), label, mark: letterAt(index) }))}
        defaultValue={choice === null ? undefined : String(choice)}
      />
      <SavingState state={state} held={held} attemptId={attemptId} />
      <CheckField id="rivedere" name="flagged" label="Voglio rivedere questa domanda" defaultChecked={flagged} />
      <div className="r-row">
        <button className="btn btn-primary" type="submit" name="vai" value="avanti">
          {position < total ? 'Salva e vai avanti' : 'Salva e rivedi le risposte'}
        </button>
        {position > 1 ? (
          <button className="btn btn-outline-primary" type="submit" name="vai" value="indietro">
            Torna alla domanda {position - 1}
          </button>
        ) : null}
        {held && state.kind !== 'saving' ? (
          <button className="btn btn-outline-primary" type="button" onClick={leave}>
            Lascia la domanda senza salvare
          </button>
        ) : null}
      </div>
      <noscript>
        <p className="r-small r-muted mt-3">La risposta si salva quando premi uno dei pulsanti.</p>
      </noscript>
    </form>
  )
}

function answerIn(form: HTMLFormElement): Answer {
  const data = new FormData(form)
  const chosen = data.get('choice')
  return { choice: chosen === null ? null : Number(chosen), flagged: data.has('flagged') }
}

function letterAt(index: number) {
  return String.fromCharCode(65 + index)
}
