import type { SubmissionResult } from '@conform-to/react'
import { Form, Link } from 'react-router'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { FormActions } from '~/ui/forms/form-actions'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Note } from '~/ui/note'
import type { ObservableLearner } from '../learners.queries.server'
import { ContextFields } from './context-fields'

type StartFormProps = {
  learner: ObservableLearner
  module: ObservableLearner['modules'][number]
  /** The day of today, as people write it. */
  today: string
  answer: SubmissionResult<string[]> | undefined
}

/** The last step before the form: what is observed, when and where. */
export function StartForm({ learner, module, today, answer }: StartFormProps) {
  const typed = answer?.initialValue as Record<string, string> | undefined
  const written = (name: string) => (typed ? typed[name] : { observedOn: today }[name])
  return (
    <>
      <ErrorSummary errors={answer?.error} lead="Quello che hai scritto è ancora qui. La scheda non è cominciata." />
      <Note title="Prima di cominciare">
        Rileggi i criteri con {learner.name} e chiedi se è il momento. Durante l’osservazione non suggerire.
      </Note>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="start" />
        <input type="hidden" name="enrolmentId" value={learner.enrolmentId} />
        <input type="hidden" name="moduleSlug" value={module.slug} />
        <ContextFields
          written={written}
          errorsOf={(name) => answer?.error?.[name] ?? undefined}
          settings={module.settings}
        />
        <FormActions>
          <SubmitButton busyLabel="Apro…">Comincia la scheda</SubmitButton>
          <Link className="r-link" to={`/osservazioni/nuova?iscrizione=${learner.enrolmentId}`}>
            Scegli un altro modulo
          </Link>
        </FormActions>
      </Form>
    </>
  )
}
