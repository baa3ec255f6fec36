import { Link } from 'react-router'
import { NextStep } from '~/ui/next-step'
import type { NextStepWords } from '../rules/next-step-words'

/** The one thing to do next; `plan` adds the way to the whole plan. */
export function NextStepPanel({ step, plan }: { step: NextStepWords; plan?: boolean }) {
  return (
    <NextStep
      kick="Il tuo prossimo passo"
      title={step.title}
      action={
        <div className="r-row">
          <Link className="btn btn-primary" to={step.action.to}>
            {step.action.label}
          </Link>
          {plan ? (
            <Link className="r-link" to="/piano">
              Guarda tutto il piano
            </Link>
          ) : null}
        </div>
      }
    >
      <p>{step.text}</p>
    </NextStep>
  )
}
