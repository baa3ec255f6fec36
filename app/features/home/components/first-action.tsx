import { Link } from 'react-router'
import { NextStepPanel } from '~/features/learning/components/next-step-panel'
import type { NextStepWords } from '~/features/learning/rules/next-step-words'
import { NextStep } from '~/ui/next-step'
import type { Area } from '../home-data.server'

/** What somebody most likely comes for: the next step of their plan, or the area of their role. */
export function FirstAction({ step, area }: { step: NextStepWords | null; area: Area | undefined }) {
  if (step) return <NextStepPanel step={step} plan />
  if (!area) return null
  return (
    <NextStep
      small
      title={area.title}
      action={
        <Link className="btn btn-primary" to={area.action.to}>
          {area.action.label}
        </Link>
      }
    >
      <p>{area.text}</p>
    </NextStep>
  )
}
