import { Form, Link } from 'react-router'
import { SubmitButton } from '~/ui/forms/submit-button'
import { NextStep } from '~/ui/next-step'
import { describeState } from '../assessment-words'
import type { AssessmentState } from '../rules/assessment-state'

type AssessmentStepProps = { module: string; state: AssessmentState; now: Date }

/** Where the learner stands with the test, and the one thing to do next. */
export function AssessmentStep({ module, state, now }: AssessmentStepProps) {
  const { title, text } = describeState(state, now)
  return (
    <NextStep title={title} action={<StepAction module={module} state={state} />}>
      <p>{text}</p>
    </NextStep>
  )
}

function StepAction({ module, state }: Omit<AssessmentStepProps, 'now'>) {
  switch (state.kind) {
    case 'ready':
      return (
        <Form method="post">
          <SubmitButton busyLabel="Preparo le domande…">Inizia il test</SubmitButton>
        </Form>
      )
    case 'in-progress':
      return (
        <Link className="btn btn-primary" to={`/tentativi/${state.attemptId}`}>
          Riprendi il test
        </Link>
      )
    case 'passed':
      return state.attemptId ? (
        <Link className="btn btn-primary" to={`/tentativi/${state.attemptId}/esito`}>
          Rivedi le domande e le risposte
        </Link>
      ) : null
    case 'prerequisites-first':
      return (
        <Link className="btn btn-primary" to="/piano">
          Torna al piano
        </Link>
      )
    case 'lessons-first':
    case 'waiting':
    case 'exhausted':
      return (
        <Link className="btn btn-primary" to={`/moduli/${module}`}>
          Vai alle lezioni
        </Link>
      )
    default:
      return state satisfies never
  }
}
