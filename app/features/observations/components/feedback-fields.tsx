import { formatDay } from '~/lib/dates'
import { Field } from '~/ui/forms/field'
import { RadioSet } from '~/ui/forms/radio-set'
import type { EarlierAction } from '../earlier-action.server'
import { actionOutcomeNames } from '../observation-words'
import { actionOutcomes } from '../rules/observation'
import { FreeTextField } from './free-text-field'

type FeedbackFieldsProps = {
  written: (name: string) => string | undefined
  errorsOf: (name: string) => string[] | undefined
}

/** One thing done well, one to change, one agreed action with its day. */
export function FeedbackFields({ written, errorsOf }: FeedbackFieldsProps) {
  const text = (id: string, label: string) => (
    <FreeTextField id={id} name={id} label={label} errors={errorsOf(id)} defaultValue={written(id)} />
  )
  return (
    <>
      {text('strength', 'Una cosa fatta bene')}
      {text('change', 'Una cosa da cambiare')}
      {text('action', 'L’azione che avete concordato')}
      <Field
        short
        id="actionOn"
        name="actionOn"
        label="Entro il"
        hint="gg/mm/aaaa"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={written('actionOn')}
        errors={errorsOf('actionOn')}
      />
    </>
  )
}

type EarlierActionFieldProps = FeedbackFieldsProps & { earlier: EarlierAction }

/** The action that the observation before this one agreed on, and what became of it. */
export function EarlierActionField({ earlier, written, errorsOf }: EarlierActionFieldProps) {
  return (
    <section className="r-box mb-5" aria-labelledby="azione-precedente">
      <h2 id="azione-precedente">L’azione concordata la volta scorsa</h2>
      <p>
        «{earlier.action}», entro il {formatDay(earlier.actionOn)}.
      </p>
      <input type="hidden" name="earlierId" value={earlier.observationId} />
      <RadioSet
        id="earlierOutcome"
        name="earlierOutcome"
        legend="Com’è andata"
        hint="Se lo sai."
        layout="rate"
        className="mb-0"
        options={actionOutcomes.map((value) => ({ value, label: actionOutcomeNames[value] }))}
        defaultValue={written('earlierOutcome')}
        errors={errorsOf('earlierOutcome')}
      />
    </section>
  )
}
